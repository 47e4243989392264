/** A file as an answer: what type it is, and under which name it is kept. */
export type AnsweredFile = {
  /** Made of ids and days: names of people do not stand in names of files. */
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export function fileAnswer({ name, type, bytes }: AnsweredFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      // Letters other than those of ASCII go as RFC 5987 has them.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}
