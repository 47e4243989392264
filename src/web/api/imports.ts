/** Sends somebody's spreadsheet to the server, which alone reads it, and listens how its import goes. */
import type { z } from 'zod'
import type { Written } from '../../contract/evidence.ts'
import type { ProblemJson } from '../../contract/problem.ts'
import type {
  NewImportMapping,
  SpreadsheetImport,
  SpreadsheetLookJson,
  SpreadsheetStepJson,
  SpreadsheetToLookAt,
} from '../../contract/spreadsheet-imports.ts'
import { address, of, post, Refusal } from './client.ts'

export type ToLookAt = z.input<typeof SpreadsheetToLookAt>
export type ToImport = z.input<typeof SpreadsheetImport>
export type Mapping = ToImport['mapping']
export type GivenFile = ToImport['file']

export const imports = {
  look: (programme: string, body: ToLookAt) =>
    post<SpreadsheetLookJson>(of(programme, 'spreadsheet-imports', 'look'), body),
  saveMapping: (programme: string, body: z.input<typeof NewImportMapping>) =>
    post<z.infer<typeof Written>>(of(programme, 'import-mappings'), body),
  giveUp: (programme: string, id: string) =>
    fetch(of(programme, 'spreadsheet-imports', id), { method: 'DELETE' }),
}

/** The steps as they come; the last is `done` or `refused`. Throws `Refusal`. */
export async function* importSteps(
  programme: string,
  id: string,
  body: ToImport,
): AsyncGenerator<SpreadsheetStepJson> {
  const response = await fetch(address(of(programme, 'spreadsheet-imports'), { id }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // The casts: every refusal of the server is problem details, and it is of the same release.
  if (!response.ok || !response.body) throw new Refusal((await response.json()) as ProblemJson)
  let rest = ''
  for await (const text of textOf(response.body)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const step = JSON.parse(line) as SpreadsheetStepJson | ProblemJson
      if ('status' in step) throw new Refusal(step)
      yield step
    }
  }
}

async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield decoder.decode(value, { stream: true })
  }
}
