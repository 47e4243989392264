/** A treaty, declaration or act, and the provisions a goal can rest on, cited as `instrument/provision`. */
export type Instrument = {
  readonly id: string
  readonly title: string
  /** EDTF, as written; empty where not given. */
  readonly date: string
  readonly provisions: readonly Provision[]
}

export type Provision = { readonly id: string; readonly title: string; readonly text: string }
