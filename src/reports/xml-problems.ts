/** For tests: whether a text is XML that a strict reader takes. */

// eslint-disable-next-line no-control-regex -- the characters that XML 1.0 does not have
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\ufffe\uffff]/u
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/
const TOKEN =
  /<\?[^]*?\?>|<!--[^]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy

/** What is wrong with the text as XML 1.0; empty when it is well formed (no DTD, no CDATA). */
export function xmlProblems(xml: string): readonly string[] {
  const problems: string[] = []
  if (NOT_XML.test(xml)) problems.push('a character that XML does not have')
  if (ENTITY.test(xml)) problems.push('an ampersand that begins no entity')
  const open: string[] = []
  let read = 0
  for (const [token, closed, opened, given = '', empty] of xml.matchAll(TOKEN)) {
    read += token.length
    if (closed && open.pop() !== closed) problems.push(`</${closed}> closes what is not open`)
    if (opened && !empty) open.push(opened)
    const names = [...given.matchAll(/([\w:.-]+)="/g)].map(([, name]) => name)
    if (new Set(names).size < names.length) problems.push(`<${opened}> has an attribute twice`)
  }
  if (read < xml.length) problems.push(`not markup: ${xml.slice(read, read + 40)}`)
  if (open.length > 0) problems.push(`left open: ${open.join(' ')}`)
  return problems
}
