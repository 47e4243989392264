import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { EngagementListJson } from '../../../contract/engagements.ts'
import { inBase64, listsQuery, listWrites } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { useDays } from '../../days.tsx'
import { pathsOf } from '../../paths.ts'
import { today } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import { CasePicker } from '../lists/CasePicker.tsx'
import type { PickedCase } from '../lists/CasePicker.tsx'
import { reached } from '../lists/reached-days.ts'
import { NO_FOLLOW_UP, NO_UNDERTAKING, Several } from './Several.tsx'
import type { FollowUpTyped, UndertakenTyped } from './Several.tsx'

type Properties = { readonly programme: string; readonly list: EngagementListJson }

/**
 * As short as it can be: the day, with whom, what was said. What was raised, undertaken and attached
 * can be added in the same breath; the rest is folded away.
 */
export function RecordEngagement({ programme, list }: Properties) {
  const days = useDays()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const about = search.get('list')
  const { data } = useQuery(listsQuery(programme, days))
  const [cases, setCases] = useState<readonly PickedCase[]>([])
  const [undertaken, setUndertaken] = useState<readonly UndertakenTyped[]>([])
  const [followUps, setFollowUps] = useState<readonly FollowUpTyped[]>([])
  const [files, setFiles] = useState<readonly File[]>([])
  const lists = data?.lists ?? []
  return (
    <section className="part no-print" id="record">
      <h2>
        Record a meeting or another engagement{' '}
        <em className="serif-note">the first three are enough</em>
      </h2>
      <WrittenForm
        programme={programme}
        doing="Put it on record"
        refusal={list.mayNotWrite ?? undefined}
        write={async (field) => ({
          date: field('date'),
          made: await listWrites.engagement(programme, {
            id: field('id'),
            date: field('date'),
            audience: field('audience'),
            instrument: field('instrument'),
            words: field('words'),
            title: field('title'),
            handler: field('handler'),
            objectives: field('objectives'),
            judgement: field('judgement'),
            // The cast: the field offers these and no others.
            visibility: field('visibility') as 'public' | 'quiet' | '',
            lists: lists.flatMap(({ id }) => (field(`list-${id}`) === '' ? [] : [id])),
            cases: cases.map((one) => one.case),
            undertaken: undertaken.filter(({ text }) => text.trim() !== ''),
            followUps: followUps.filter(({ text }) => text.trim() !== ''),
            attachments: await Promise.all(
              files.map(async (file) => ({ ...(await inBase64(file)), type: file.type })),
            ),
          }),
        })}
        onWritten={({ date, made }) => {
          const day = date > today() ? date : today()
          void navigate(pathsOf(programme, reached(days, day)).engagement(made.id))
        }}
      >
        {(wrong) => (
          <>
            <Field label="Date" name="date" required defaultValue={today()} wrong={wrong('date')} />
            <Field
              label="With whom"
              name="audience"
              required
              suggestions={list.audiences}
              wrong={wrong('audience')}
            />
            <Field
              label="Kind"
              name="instrument"
              required
              defaultValue="meeting"
              suggestions={[
                ...new Set([
                  'meeting',
                  'démarche',
                  'letter',
                  'public statement',
                  'list presentation',
                  'telephone call',
                  ...list.instruments,
                ]),
              ]}
              wrong={wrong('instrument')}
            />
            <Field
              label="What was said"
              name="words"
              wide
              long
              hint="Theirs in their words, ours in ours."
              wrong={wrong('words')}
            />
            {lists.length > 0 && (
              <fieldset className="field choose wide">
                <legend className="label">
                  Lists that were raised <em className="optional">optional</em>
                </legend>
                <div className="ticks">
                  {lists.toReversed().map(({ id, number }) => (
                    <label key={id} className="tick">
                      <input type="checkbox" name={`list-${id}`} defaultChecked={id === about} />{' '}
                      <bdi>{number}</bdi>
                    </label>
                  ))}
                </div>
              </fieldset>
            )}
            <CasePicker
              label="Cases that were raised"
              optional
              picked={cases}
              onChange={setCases}
              wrong={wrong('cases')}
            />
            <Several
              title="What they undertook"
              add="Add an undertaking"
              rows={undertaken}
              empty={NO_UNDERTAKING}
              fields={[
                { name: 'text', label: 'In their words', long: true },
                { name: 'by', label: 'By whom', hint: 'Empty: with whom we met.' },
                { name: 'due', label: 'Due', hint: '1987-06 for a month.' },
              ]}
              onChange={setUndertaken}
              wrong={wrong('undertaken') ?? wrong('due')}
            />
            <Several
              title="What we follow up"
              add="Add a follow-up"
              rows={followUps}
              empty={NO_FOLLOW_UP}
              fields={[
                { name: 'text', label: 'What is to be done', long: true },
                { name: 'owner', label: 'By whom', hint: 'Empty: you.' },
                { name: 'due', label: 'By when' },
              ]}
              onChange={setFollowUps}
              wrong={wrong('followUps')}
            />
            <div className="field wide">
              <label htmlFor="attachments">
                Papers <em className="optional">optional</em>
              </label>
              <input
                id="attachments"
                type="file"
                multiple
                onChange={(event) => setFiles([...(event.currentTarget.files ?? [])])}
              />
              <p className="hint">Kept as they are, each with its hash.</p>
            </div>
            <details className="wide">
              <summary>Title, objectives and judgement</summary>
              <div className="form">
                <Field
                  label="Title"
                  name="title"
                  hint="Empty: the kind and with whom."
                  wrong={wrong('title')}
                />
                <Field label="Who handled it" name="handler" wrong={wrong('handler')} />
                <Field
                  label="Public or quiet"
                  name="visibility"
                  choices={[
                    ['', 'not said'],
                    ['quiet', 'quiet'],
                    ['public', 'public'],
                  ]}
                  wrong={wrong('visibility')}
                />
                <Field
                  label="Objectives"
                  name="objectives"
                  wide
                  long
                  hint="What was to be achieved, set before it."
                  wrong={wrong('objectives')}
                />
                <Field
                  label="Judgement"
                  name="judgement"
                  wide
                  long
                  hint="What was achieved, said right after it."
                  wrong={wrong('judgement')}
                />
                <Field
                  label="Short name"
                  name="id"
                  hint="Empty: made from the day. One on record is corrected."
                  wrong={wrong('id')}
                />
              </div>
            </details>
          </>
        )}
      </WrittenForm>
    </section>
  )
}
