/** What we use of the `edtf` library, which ships no types: the outer bounds, in milliseconds UTC. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number }
}
