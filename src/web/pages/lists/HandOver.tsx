import { useState } from 'react'
import { listFiles, listWrites } from '../../api/lists.ts'
import type { PaperFormatShown } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { dayInWords, today } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import type { PartProperties } from './part-properties.ts'
import { useReachDay } from './reached-days.ts'
import { FORMAT_WORDS, LANGUAGE_CHOICES, RECEIVED_WORDS } from './words.ts'
import type { Language, Received } from './words.ts'

type Properties = PartProperties & {
  readonly version: string
  readonly refusal: string | undefined
}

const FORMATS: readonly PaperFormatShown[] = ['docx', 'pdf', 'xlsx']

/** The draft to be read once more, and the form that hands it over and freezes it. */
export function HandOver({ programme, page, version, refusal }: Properties) {
  const { list, presentations } = page
  const [language, setLanguage] = useState<Language>('en')
  const [last] = presentations
  const reachDay = useReachDay()
  const said = (words: string | undefined) => (words ? [words] : [])
  return (
    <section className="part no-print">
      <h2>
        Hand version {version} over{' '}
        <em className="serif-note">from then on it is frozen, and its paper is kept</em>
      </h2>
      <p>
        Read it as a draft first:{' '}
        {FORMATS.map((format, index) => (
          <span key={format}>
            {index > 0 && ' · '}
            <a href={listFiles.draft(programme, list.id, version, format, language)} download>
              {FORMAT_WORDS[format]}
            </a>
          </span>
        ))}
        . Only what consent to be listed allows stands on it.
      </p>
      <WrittenForm
        programme={programme}
        doing="Hand it over"
        refusal={refusal}
        write={(field) =>
          listWrites.present(programme, list.id, {
            version,
            date: field('date'),
            by: field('by'),
            to: field('to'),
            rank: field('rank'),
            channel: field('channel'),
            // The casts: the fields offer these and no others.
            received: field('received') as Received | '',
            language: field('language') as Language,
            formats: FORMATS.filter((format) => field(`as-${format}`) !== ''),
          })
        }
        onWritten={({ date }) => reachDay(date)}
        done={({ date, frozenNow }) =>
          frozenNow
            ? `Handed over on ${dayInWords(date)} and frozen.`
            : `Put on record: a further copy was handed over on ${dayInWords(date)}.`
        }
      >
        {(wrong) => (
          <>
            <Field
              label="Handed over on"
              name="date"
              required
              defaultValue={today()}
              wrong={wrong('date')}
            />
            <Field
              label="By whom"
              name="by"
              required
              suggestions={said(last?.by)}
              wrong={wrong('by')}
            />
            <Field
              label="To whom"
              name="to"
              required
              suggestions={said(last?.to)}
              wrong={wrong('to')}
            />
            <Field
              label="In what rank"
              name="rank"
              suggestions={['minister', 'deputy minister', 'head of department', 'desk officer']}
              wrong={wrong('rank')}
            />
            <Field
              label="Channel"
              name="channel"
              suggestions={['meeting', 'note', 'letter', 'embassy', 'summit']}
              wrong={wrong('channel')}
            />
            <Field
              label="How it was received"
              name="received"
              choices={[['', 'not known'], ...Object.entries(RECEIVED_WORDS)]}
              hint="A list that was refused was handed over all the same."
              wrong={wrong('received')}
            />
            <div className="field">
              <label htmlFor="paper-language">Language of the paper</label>
              <select
                id="paper-language"
                name="language"
                value={language}
                // The cast: the options are these and no others.
                onChange={(event) => setLanguage(event.currentTarget.value as Language)}
              >
                {LANGUAGE_CHOICES.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
              <p className="hint">Names stand in its script where one is on record.</p>
            </div>
            <fieldset className="field choose">
              <legend className="label">Forms that are kept</legend>
              {FORMATS.map((format) => (
                <label key={format} className="tick">
                  <input type="checkbox" name={`as-${format}`} defaultChecked />{' '}
                  {FORMAT_WORDS[format]}
                </label>
              ))}
              {wrong('formats') && <p className="wrong">{wrong('formats')}</p>}
            </fieldset>
          </>
        )}
      </WrittenForm>
    </section>
  )
}
