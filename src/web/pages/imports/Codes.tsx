import { useId } from 'react'
import type { SpreadsheetLookJson } from '../../../contract/spreadsheet-imports.ts'
import type { Mapping } from '../../api/imports.ts'
import { counted } from './words.ts'

type Properties = {
  readonly seen: SpreadsheetLookJson
  readonly mapping: Mapping
  readonly onMapping: (mapping: Mapping) => void
}

/** What their statuses and letters of categories mean; a row with one that nobody explains is parked. */
export function Codes({ seen, mapping, onMapping }: Properties) {
  const id = useId()
  const statuses = valuesOf(seen, mapping, 'status')
  const categories = valuesOf(seen, mapping, 'category')
  if (statuses.length === 0 && categories.length === 0) return null
  const say = (what: 'statuses' | 'categories', theirs: string, ours: string) => {
    const { [theirs]: _, ...others } = mapping[what]
    onMapping({ ...mapping, [what]: ours === '' ? others : { ...others, [theirs]: ours } })
  }
  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>What their words mean</h2>
      {statuses.length > 0 && (
        <CodeList
          legend="A status says that this has happened"
          codes={statuses.map(({ value, count }) => ({
            theirs: value,
            count,
            ours: meaningOf(mapping.statuses, value),
          }))}
          choices={[['none', 'nothing'], ...seen.eventKinds.map((kind) => [kind, kind] as const)]}
          onSay={(theirs, ours) => say('statuses', theirs, ours)}
        />
      )}
      {categories.length > 0 && (
        <CodeList
          legend="Their category is ours"
          codes={categories.map(({ value, count }) => ({
            theirs: value,
            count,
            ours: mapping.categories[value] ?? (seen.caseCategories.includes(value) ? value : ''),
          }))}
          choices={seen.caseCategories.map((category) => [category, category] as const)}
          onSay={(theirs, ours) => say('categories', theirs, ours)}
        />
      )}
    </section>
  )
}

type CodeListProperties = {
  readonly legend: string
  readonly codes: readonly {
    readonly theirs: string
    readonly count: number
    readonly ours: string
  }[]
  readonly choices: readonly (readonly [value: string, words: string])[]
  readonly onSay: (theirs: string, ours: string) => void
}

function CodeList({ legend, codes, choices, onSay }: CodeListProperties) {
  return (
    <fieldset className="codes">
      <legend>{legend}</legend>
      {codes.map(({ theirs, count, ours }) => (
        <label key={theirs} className={ours === '' ? 'code unsaid' : 'code'}>
          <span>
            <bdi>{theirs}</bdi> <span className="soft small">{counted(count, 'row')}</span>
          </span>
          <select value={ours} onChange={(event) => onSay(theirs, event.currentTarget.value)}>
            <option value="">not said</option>
            {choices.some(([value]) => value === ours) || ours === '' ? null : (
              <option value={ours}>{ours}</option>
            )}
            {choices.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}

/** What stands in the columns that are taken for a field, without the mark of what is alleged. */
function valuesOf(
  { columns }: SpreadsheetLookJson,
  { columns: mapped, allegedMark }: Mapping,
  field: string,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { header, occurrence, values } of columns) {
    const isIt = mapped.some(
      (each) => each.header === header && each.occurrence === occurrence && each.field === field,
    )
    if (!isIt) continue
    for (const { value, count } of values ?? []) {
      const isAlleged = allegedMark !== '' && value !== allegedMark && value.endsWith(allegedMark)
      const plain = isAlleged ? value.slice(0, -allegedMark.length).trim() : value
      counts.set(plain, (counts.get(plain) ?? 0) + count)
    }
  }
  return [...counts].map(([value, count]) => ({ value, count }))
}

/** By the whole code in any case, else by what stands before its hyphen, as the server reads it. */
function meaningOf(statuses: Mapping['statuses'], code: string): string {
  const find = (wanted: string) =>
    Object.entries(statuses).find(([each]) => each.toLowerCase() === wanted.toLowerCase())?.[1]
  return (
    find(code) ?? (code.includes('-') ? find(code.slice(0, code.indexOf('-'))) : undefined) ?? ''
  )
}
