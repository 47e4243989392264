/** What leaves the server is what the contract names, and nothing else that a value may hold. */
import type { z, ZodType } from 'zod'

type Loose<T> = T extends (infer E)[]
  ? readonly Loose<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Loose<T[K]> }
    : T

/** The fields that the contract names. A value that breaks the contract is our fault and throws. */
export function toJson<S extends ZodType>(schema: S, value: Loose<z.input<S>>): z.output<S> {
  return schema.parse(value)
}
