/**
 * Where a run may lead to. Addresses come with what others published: only those that open a page or
 * a letter become links, so that no document carries a script or a path into somebody's machine.
 */
const SCHEMES = ['http:', 'https:', 'mailto:']

/** The address in normal form; `undefined` where the run has none that may be followed. */
export function linkTarget(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined
  const { protocol, href } = new URL(link)
  // Word and Typst refuse longer ones.
  return SCHEMES.includes(protocol) && href.length <= 2000 ? href : undefined
}
