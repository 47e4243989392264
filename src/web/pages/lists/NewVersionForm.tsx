import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { listsQuery, listWrites } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { useDays } from '../../days.tsx'
import { pathsOf } from '../../paths.ts'
import { today } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import { reached } from './reached-days.ts'
import type { Made, PartProperties } from './part-properties.ts'

type From = 'rule' | 'version' | 'empty'
type Properties = PartProperties & { readonly onMade: (made: Made) => void }

/** A version of a day: whom the rule asks for, a copy of another, or empty. */
export function NewVersionForm({ programme, page, onMade }: Properties) {
  const { list, versions } = page
  const days = useDays()
  const navigate = useNavigate()
  const { data } = useQuery(listsQuery(programme, days))
  const [from, setFrom] = useState<From>(
    list.rule !== '' ? 'rule' : versions.length > 0 ? 'version' : 'empty',
  )
  // Which versions there are to copy: of this list first, then of the others.
  const all = (data?.lists ?? []).flatMap(({ id, versions: ofList }) =>
    ofList.toReversed().map(({ version, date }) => ({ id, version, date })),
  )
  const copies = [
    ...all.filter(({ id }) => id === list.id),
    ...all.filter(({ id }) => id !== list.id),
  ]
  return (
    <section className="part no-print">
      <h2>Begin a version</h2>
      <WrittenForm
        programme={programme}
        doing="Begin the version"
        write={async (field) => {
          const [copyList = '', copyVersion = ''] = field('copy').split('\n')
          const date = field('date')
          const made = await listWrites.version(programme, list.id, {
            version: field('version'),
            date,
            from,
            ...(from === 'version' && {
              copyList,
              copyVersion,
              leaveOutResolved: field('leaveOutResolved') !== '',
            }),
          })
          return { made, date }
        }}
        onWritten={({ made, date }) => {
          onMade(made)
          void navigate(
            pathsOf(programme, reached(days, later(date, today()))).list(list.id, 'versions'),
          )
        }}
      >
        {(wrong) => (
          <>
            <Field
              label="Version"
              name="version"
              required
              defaultValue={nextOf(versions.map(({ version }) => version))}
              wrong={wrong('version')}
            />
            <Field
              label="Of"
              name="date"
              required
              defaultValue={today()}
              hint="The day for which it is read who belongs on it."
              wrong={wrong('date')}
            />
            <fieldset className="field choose wide">
              <legend className="label">Who comes on it</legend>
              <Choice from="rule" chosen={from} onChoose={setFrom} off={list.rule === ''}>
                whom the rule asks for{list.rule === '' && ' (this list has none)'}
              </Choice>
              <Choice from="version" chosen={from} onChoose={setFrom} off={copies.length === 0}>
                whoever is on another version
              </Choice>
              <Choice from="empty" chosen={from} onChoose={setFrom}>
                nobody yet
              </Choice>
              {wrong('from') && <p className="wrong">{wrong('from')}</p>}
            </fieldset>
            {from === 'version' && (
              <>
                <Field
                  label="Copied from"
                  name="copy"
                  required
                  wide
                  choices={copies.map(({ id, version, date }) => [
                    `${id}\n${version}`,
                    `List ${id}, version ${version} of ${date}`,
                  ])}
                  wrong={wrong('copyVersion') ?? wrong('copyList')}
                />
                <label className="tick wide">
                  <input type="checkbox" name="leaveOutResolved" defaultChecked /> without whoever
                  is resolved or has died by then
                </label>
              </>
            )}
          </>
        )}
      </WrittenForm>
    </section>
  )
}

type ChoiceProperties = {
  readonly from: From
  readonly chosen: From
  readonly off?: boolean
  readonly onChoose: (from: From) => void
  readonly children: ReactNode
}

function Choice({ from, chosen, off = false, onChoose, children }: ChoiceProperties) {
  return (
    <label className="tick">
      <input
        type="radio"
        name="from"
        value={from}
        checked={from === chosen}
        disabled={off}
        onChange={() => onChoose(from)}
      />{' '}
      {children}
    </label>
  )
}

/** `2` after `1`; a name that is no number is followed by the count of versions. */
function nextOf(versions: readonly string[]): string {
  const last = versions.at(-1)
  if (last === undefined) return '1'
  return /^\d+$/.test(last) ? String(Number(last) + 1) : String(versions.length + 1)
}

const later = (one: string, other: string) => (one > other ? one : other)
