import { useId, useState } from 'react'
import type { SpreadsheetLookJson } from '../../../contract/spreadsheet-imports.ts'
import { SPREADSHEET_CEILING } from '../../../contract/spreadsheet-imports.ts'
import type { GivenFile, ToLookAt } from '../../api/imports.ts'
import { inBase64 } from '../../api/lists.ts'
import { counted } from './words.ts'

/** How the file is read, and by which mapping; null is found by itself. */
export type Reading = {
  readonly [K in keyof Omit<ToLookAt, 'file'>]-?: Exclude<ToLookAt[K], undefined>
}

type Properties = {
  readonly file: GivenFile | null
  readonly seen: SpreadsheetLookJson | undefined
  readonly reading: Reading
  readonly isLooking: boolean
  readonly onFile: (file: GivenFile) => void
  readonly onReading: (reading: Reading) => void
}

const MEGABYTES = SPREADSHEET_CEILING / 1024 / 1024

/** The file, and what was found in it before anything is understood. */
export function ChooseFile({ file, seen, reading, isLooking, onFile, onReading }: Properties) {
  const id = useId()
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        The file <em className="serif-note">it is kept nowhere but in what you take from it</em>
      </h2>
      <div className="form">
        <div className="field wide">
          <label htmlFor={id}>A table: CSV in any encoding, or an Excel workbook (.xlsx)</label>
          <input
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? []
              if (!chosen) return
              const isTooLarge = chosen.size > SPREADSHEET_CEILING
              setTooLarge(isTooLarge ? chosen.name : null)
              if (!isTooLarge) void inBase64(chosen).then(onFile)
            }}
          />
          <p className="hint" id={`${id}-hint`}>
            At most {MEGABYTES} MB, which is some hundred thousand rows. It goes to the program on
            this computer and nowhere else.
          </p>
          {tooLarge !== null && (
            <p className="wrong" role="alert">
              “{tooLarge}” is larger than {MEGABYTES} MB. Divide it.
            </p>
          )}
        </div>
      </div>
      <p role="status" className="serif-note">
        {isLooking && 'The table is being read …'}
        {!isLooking && seen && foundInWords(seen)}
      </p>
      {file && seen && (
        <>
          <Notices seen={seen} />
          <details>
            <summary>It is read wrongly</summary>
            <ReadOtherwise
              key={JSON.stringify(reading)}
              seen={seen}
              reading={reading}
              onReading={onReading}
            />
          </details>
        </>
      )}
    </section>
  )
}

function foundInWords({ rows, columns, sheet, headerRow, delimiter }: SpreadsheetLookJson): string {
  const where = sheet === null ? '' : ` on the sheet “${sheet}”`
  const below =
    headerRow === null
      ? 'without a line of headings'
      : `below the headings in row ${headerRow.toLocaleString('en')}`
  const signs: Readonly<Record<string, string>> = {
    ',': 'commas',
    ';': 'semicolons',
    '\t': 'tabs',
    '|': 'bars',
  }
  const apart = delimiter === null ? '' : `, cells between ${signs[delimiter] ?? `“${delimiter}”`}`
  return `${counted(rows, 'row')} of ${counted(columns.length, 'column')}${where}, ${below}${apart}.`
}

function Notices({ seen: { notices, noticeCount } }: { readonly seen: SpreadsheetLookJson }) {
  if (noticeCount === 0) return null
  return (
    <details>
      <summary>{counted(noticeCount, 'remark')} on how it was read</summary>
      <ul className="plain small">
        {notices.map(({ row, message }) => (
          <li key={`${String(row)} ${message}`}>
            Row {row}: {message}
          </li>
        ))}
        {noticeCount > notices.length && (
          <li>and {counted(noticeCount - notices.length, 'other')} like these</li>
        )}
      </ul>
    </details>
  )
}

const DELIMITERS = [
  ['', 'found by itself'],
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const
const ENCODINGS = [
  ['', 'found by itself'],
  ['utf-8', 'UTF-8'],
  ['windows-1251', 'Cyrillic (Windows)'],
  ['koi8-r', 'Cyrillic (KOI8-R)'],
  ['windows-1256', 'Arabic (Windows)'],
  ['windows-1255', 'Hebrew (Windows)'],
  ['windows-1252', 'Western (Windows)'],
  ['gb18030', 'Chinese (GB 18030)'],
  ['big5', 'Chinese (Big5)'],
  ['euc-kr', 'Korean'],
  ['shift_jis', 'Japanese'],
] as const

type OtherwiseProperties = Pick<Properties, 'reading' | 'onReading'> & {
  readonly seen: SpreadsheetLookJson
}

function ReadOtherwise({ seen, reading, onReading }: OtherwiseProperties) {
  const id = useId()
  const [headerRow, setHeaderRow] = useState(String(reading.headerRow ?? seen.headerRow ?? 0))
  const choose = (change: Partial<Reading>) => onReading({ ...reading, mapping: null, ...change })
  const isText = seen.sheet === null
  return (
    <div className="form">
      {seen.sheets.length > 1 && (
        <div className="field">
          <label htmlFor={`${id}-sheet`}>Sheet</label>
          <select
            id={`${id}-sheet`}
            value={seen.sheet ?? ''}
            onChange={(event) => choose({ sheet: event.currentTarget.value })}
          >
            {seen.sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        </div>
      )}
      {isText && (
        <>
          <div className="field">
            <label htmlFor={`${id}-delimiter`}>Between the cells stand</label>
            <select
              id={`${id}-delimiter`}
              value={reading.delimiter ?? ''}
              onChange={(event) => choose({ delimiter: event.currentTarget.value || null })}
            >
              {DELIMITERS.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`${id}-encoding`}>Encoding</label>
            <select
              id={`${id}-encoding`}
              value={reading.encoding ?? ''}
              onChange={(event) => choose({ encoding: event.currentTarget.value || null })}
            >
              {ENCODINGS.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
      <div className="field">
        <label htmlFor={`${id}-header`}>Row of the headings; 0 is none</label>
        <input
          id={`${id}-header`}
          type="number"
          min={0}
          value={headerRow}
          onChange={(event) => setHeaderRow(event.currentTarget.value)}
        />
      </div>
      <div className="act">
        <button
          type="button"
          disabled={!/^\d+$/.test(headerRow)}
          onClick={() => choose({ headerRow: Number(headerRow) })}
        >
          Read it so
        </button>
      </div>
    </div>
  )
}
