import { useId } from 'react'
import type { SpreadsheetLookJson } from '../../../contract/spreadsheet-imports.ts'
import type { Mapping } from '../../api/imports.ts'
import type { Reading } from './ChooseFile.tsx'
import { FIELD_GROUPS, fieldWords, PRESET_WORDS } from './words.ts'

type Properties = {
  readonly seen: SpreadsheetLookJson
  readonly reading: Reading
  readonly mapping: Mapping
  readonly onReading: (reading: Reading) => void
  readonly onMapping: (mapping: Mapping) => void
}
type Column = SpreadsheetLookJson['columns'][number]

/** Below this a guess is marked as one to look at. */
const DOUBTFUL = 0.5

/** What each column is taken for and why, with what stands in it; changed by hand. */
export function Columns({ seen, reading, mapping, onReading, onMapping }: Properties) {
  const id = useId()
  const choose = (column: Column, field: string) =>
    onMapping({ ...mapping, columns: withField(seen, mapping, column, field) })
  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>What the columns are</h2>
      <div className="narrow">
        <div className="field mapping-choice">
          <label htmlFor={`${id}-as`}>Read them as</label>
          <select
            id={`${id}-as`}
            value={
              reading.mapping !== null
                ? `saved ${reading.mapping}`
                : reading.preset !== null
                  ? `preset ${reading.preset}`
                  : ''
            }
            onChange={(event) => onReading(chosenReading(reading, event.currentTarget.value))}
          >
            <option value="">guessed from their names and what stands in them</option>
            <optgroup label="A shape that comes often">
              {PRESET_WORDS.map(([preset, words]) => (
                <option key={preset} value={`preset ${preset}`}>
                  {words}
                </option>
              ))}
            </optgroup>
            {seen.saved.length > 0 && (
              <optgroup label="Saved before">
                {seen.saved.map(({ name, missing }) => (
                  <option key={name} value={`saved ${name}`}>
                    {name}
                    {missing.length > 0 ? ` (lacks ${missing.join(', ')})` : ''}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </div>
      </div>
      {seen.remarks.length > 0 && (
        <ul className="plain notice import-remarks">
          {seen.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <div
        className="scroller stacked columns-of-file"
        role="region"
        aria-label="Columns of the file"
        tabIndex={0}
      >
        <table>
          <caption className="spoken">The columns of the file, and what each is taken for</caption>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">What stands in it</th>
              <th scope="col">Taken for</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {seen.columns.map((column) => (
              <ColumnRow
                key={column.letter}
                column={column}
                rows={seen.rows}
                field={fieldOf(mapping, column)}
                onField={(field) => choose(column, field)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type RowProperties = {
  readonly column: Column
  readonly rows: number
  readonly field: string
  readonly onField: (field: string) => void
}

function ColumnRow({ column, rows, field, onField }: RowProperties) {
  const { letter, header, samples, filled, confidence, reason } = column
  const isGuess = field === column.field
  const isDoubtful = isGuess && confidence !== null && confidence < DOUBTFUL && filled > 0
  return (
    <tr className={field === 'ignored' ? 'not-taken' : undefined}>
      <td>
        <code className="letter">{letter}</code> <bdi>{header}</bdi>
      </td>
      <td data-title="Holds">
        {samples.map((sample, index) => (
          <span key={sample}>
            {index > 0 && <span className="soft"> · </span>}
            <bdi className="sample">{sample}</bdi>
          </span>
        ))}
        {filled < rows && (
          <span className="below sparse">
            {filled === 0
              ? 'nothing'
              : `in ${filled.toLocaleString('en')} of ${rows.toLocaleString('en')} rows`}
          </span>
        )}
      </td>
      <td data-title="Taken for">
        <select
          aria-label={`Column ${letter}, ${header}, is taken for`}
          value={field}
          onChange={(event) => onField(event.currentTarget.value)}
        >
          <option value="ignored">{fieldWords('ignored')}</option>
          {FIELD_GROUPS.map(([group, fields]) => (
            <optgroup key={group} label={group}>
              {fields.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </td>
      <td data-title="Why">
        {isDoubtful && <span className="look-at">Look at this. </span>}
        {isGuess ? reason : 'You said so.'}
      </td>
    </tr>
  )
}

function fieldOf({ columns }: Mapping, { header, occurrence }: Column): string {
  const found = columns.find((each) => each.header === header && each.occurrence === occurrence)
  return found?.field ?? 'ignored'
}

/** The column gets the field; another that had one that stands once only, loses it. */
function withField(
  { columns, repeatable }: SpreadsheetLookJson,
  mapping: Mapping,
  chosen: Column,
  field: string,
): Mapping['columns'] {
  const stays = (other: string) => other !== field || repeatable.includes(field)
  return columns.map((column) => {
    const { header, occurrence } = column
    const before = fieldOf(mapping, column)
    if (column === chosen) return { header, occurrence, field }
    return { header, occurrence, field: stays(before) ? before : 'ignored' }
  })
}

function chosenReading(reading: Reading, value: string): Reading {
  const preset = PRESET_WORDS.find(([each]) => value === `preset ${each}`)?.[0] ?? null
  const mapping = value.startsWith('saved ') ? value.slice('saved '.length) : null
  return { ...reading, preset, mapping }
}
