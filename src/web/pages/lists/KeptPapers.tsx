import { listFiles } from '../../api/lists.ts'
import { dayInBrief } from '../../ui/days.ts'
import type { PartProperties } from './part-properties.ts'
import { FORMAT_WORDS, LANGUAGE_WORDS } from './words.ts'

type Properties = PartProperties & { readonly version: string }

/** The paper as it was handed over, each form with its hash, by which anyone can check it. */
export function KeptPapers({ programme, page, version }: Properties) {
  const papers = page.papers.filter((one) => one.version === version)
  if (papers.length === 0)
    return (
      <p className="soft">
        No paper is kept of this version: it came in with an import, or was handed over before this
        program kept papers.
      </p>
    )
  return (
    <section className="part">
      <h2>The paper that was handed over</h2>
      <div className="scroller stacked" role="region" aria-label="Kept papers" tabIndex={0}>
        <table>
          <caption className="spoken">Kept papers</caption>
          <thead>
            <tr>
              <th scope="col">Paper</th>
              <th scope="col">Language</th>
              <th scope="col">Handed over</th>
              <th scope="col" className="number">
                Size
              </th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {papers.map(({ sha256, format, language, presentedOn, bytes, name }) => (
              <tr key={sha256}>
                <td>
                  <a href={listFiles.paper(programme, sha256)} download={name}>
                    {FORMAT_WORDS[format]}
                  </a>
                </td>
                <td data-title="Language">{LANGUAGE_WORDS[language]}</td>
                <td data-title="Handed over">{dayInBrief(presentedOn)}</td>
                <td className="number" data-title="Size">
                  {sizeInWords(bytes)}
                </td>
                <td data-title="SHA-256">
                  <code className="sum small">{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** `38 kB`, `1.2 MB`; a file is never of no size. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
