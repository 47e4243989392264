import { useId } from 'react'
import type { SpreadsheetLookJson } from '../../../contract/spreadsheet-imports.ts'
import type { Mapping } from '../../api/imports.ts'

/** What is said of the table once, and is not part of how its columns are read. */
export type Terms = { readonly source: string; readonly known: string }

type Properties = {
  readonly seen: SpreadsheetLookJson
  readonly mapping: Mapping
  readonly terms: Terms
  readonly onMapping: (mapping: Mapping) => void
  readonly onTerms: (terms: Terms) => void
}

/** What holds for every row that does not say it itself. */
export function WholeTable({ seen, mapping, terms, onMapping, onTerms }: Properties) {
  const id = useId()
  const change = (part: Partial<Mapping>) => onMapping({ ...mapping, ...part })
  const text = (key: 'region' | 'authority' | 'nationality', label: string) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>
        {label} <em className="optional">where a row says none</em>
      </label>
      <input
        id={`${id}-${key}`}
        dir="auto"
        autoComplete="off"
        value={mapping[key] ?? ''}
        onChange={(event) => change({ [key]: event.currentTarget.value || null })}
      />
    </div>
  )
  const day = (
    key: string,
    label: string,
    value: string,
    hint: string,
    onChange: (value: string) => void,
  ) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <input
        id={`${id}-${key}`}
        type="date"
        value={value}
        aria-describedby={`${id}-${key}-hint`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p className="hint" id={`${id}-${key}-hint`}>
        {hint}
      </p>
    </div>
  )
  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>What holds for the whole table</h2>
      <div className="form">
        <div className="field">
          <label htmlFor={`${id}-source`}>
            Source <em className="optional">each case event is cited with it</em>
          </label>
          <select
            id={`${id}-source`}
            value={terms.source}
            onChange={(event) => onTerms({ ...terms, source: event.currentTarget.value })}
          >
            <option value="">not said: what it tells stays unconfirmed</option>
            {seen.sources.map(({ id: source, title }) => (
              <option key={source} value={source}>
                {title}
              </option>
            ))}
          </select>
        </div>
        {day(
          'held',
          'The day the list was made',
          mapping.heldOn ?? '',
          'Statuses and ages were so on that day; left open, it is today.',
          (value) => change({ heldOn: value || null }),
        )}
        {day(
          'known',
          'Known since',
          terms.known,
          'Since when we could know what it says; left open, it is today.',
          (value) => onTerms({ ...terms, known: value }),
        )}
        <div className="field">
          <label htmlFor={`${id}-category`}>
            Category <em className="optional">where a row says none</em>
          </label>
          <select
            id={`${id}-category`}
            value={mapping.category ?? ''}
            onChange={(event) => change({ category: event.currentTarget.value || null })}
          >
            <option value="">none: persons without a case</option>
            {seen.caseCategories.map((category) => (
              <option key={category}>{category}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-order`}>Days in figures, as 3/4/85</label>
          <select
            id={`${id}-order`}
            value={mapping.dateOrder ?? ''}
            onChange={(event) =>
              // The cast: the options are these and no others.
              change({ dateOrder: (event.currentTarget.value || null) as Mapping['dateOrder'] })
            }
          >
            <option value="">not said: such rows are parked</option>
            <option value="day-month-year">day, month, year</option>
            <option value="month-day-year">month, day, year</option>
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-names`}>Parts of a name are joined</label>
          <select
            id={`${id}-names`}
            value={mapping.nameOrder}
            onChange={(event) =>
              // The cast: as above.
              change({ nameOrder: event.currentTarget.value as Mapping['nameOrder'] })
            }
          >
            <option value="given-first">given name first</option>
            <option value="family-first">family name first</option>
          </select>
        </div>
        {text('region', 'Region')}
        {text('authority', 'Authority')}
        {text('nationality', 'Nationality')}
        <div className="field">
          <label htmlFor={`${id}-mark`}>Sign for what is only alleged</label>
          <input
            id={`${id}-mark`}
            className="mono"
            maxLength={10}
            value={mapping.allegedMark}
            aria-describedby={`${id}-mark-hint`}
            onChange={(event) => change({ allegedMark: event.currentTarget.value })}
          />
          <p className="hint" id={`${id}-mark-hint`}>
            At the end of a cell: such an act is “possible”, never confirmed.
          </p>
        </div>
        <div className="field wide">
          <label className="either">
            <input
              type="checkbox"
              checked={mapping.twoDigitYears === 'last'}
              onChange={(event) =>
                change({ twoDigitYears: event.currentTarget.checked ? 'last' : null })
              }
            />{' '}
            a year of two digits is the last such year; otherwise such rows are parked
          </label>
          <label className="either">
            <input
              type="checkbox"
              checked={mapping.oneIdOnePerson}
              onChange={(event) => change({ oneIdOnePerson: event.currentTarget.checked })}
            />{' '}
            rows that share their own id are one person with several names
          </label>
        </div>
      </div>
    </section>
  )
}
