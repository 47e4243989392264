/** Names of countries; a programme may address one that is no more, and name it itself. */
const NAMES = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' })

/** `United States` for `US`; text that is no code of a country comes back as it is. */
export function countryInWords(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (NAMES.of(code) ?? code) : code
}
