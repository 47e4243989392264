/** Where in a folder something stands, and what was refused there. */

/** Line and column count from 1; a column is a character, not a byte. */
export type Place = { readonly file: string; readonly line: number; readonly column: number }

/** Something that is not taken, and in one sentence why and what was expected. */
export type Refusal = Place & { readonly message: string }

/** Something worth a word in the report that stops nothing. */
export type Notice = Place & { readonly message: string }

/** A part of the folder that the program does not read yet: kept and written back byte for byte. */
export type KeptFile = { readonly path: string; readonly bytes: Uint8Array }
