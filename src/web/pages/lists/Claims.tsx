import type { ListPageJson } from '../../../contract/representation-lists.ts'
import { listWrites } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { dayInBrief, today } from '../../ui/days.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { Field } from '../../ui/Field.tsx'
import { daysInWords } from '../../ui/written-dates.ts'
import { Doing } from '../persons/Doing.tsx'
import { Who } from './EntryCells.tsx'
import type { PartProperties } from './part-properties.ts'
import { CLAIM_GLYPHS, CLAIM_WORDS, CODE_WORDS } from './words.ts'

type Response = ListPageJson['responses'][number]

/** Every answer, newest first: what it claims, whether that is confirmed, who verifies it by when. */
export function Claims({ programme, page }: PartProperties) {
  const persons = new Map(page.entries.map((entry) => [entry.case, entry.persons]))
  const find = (id: string) => persons.get(id) ?? []
  return (
    <section className="part">
      <h2>
        Answers <em className="serif-note">claims: only what is confirmed moves a case</em>
      </h2>
      <DataTable
        caption="Answers"
        noun={['answer', 'answers']}
        rows={page.responses}
        rowKey={({ entry }) => String(entry)}
        stacked
        atOnce={50}
        columns={columnsOf(programme, page, find)}
      />
    </section>
  )
}

function columnsOf(
  programme: string,
  page: PartProperties['page'],
  find: (id: string) => PartProperties['page']['entries'][number]['persons'],
): Column<Response>[] {
  const several = page.versions.length > 1
  return [
    {
      key: 'date',
      title: 'Date',
      show: ({ date, version }) => (
        <>
          {dayInBrief(date)}
          {several && <p className="below">to version {version}</p>}
        </>
      ),
      order: ({ date }) => date,
      find: ({ date }) => date,
    },
    {
      key: 'who',
      title: 'About',
      show: (one) => <Who persons={find(one.case)} case={one.case} />,
      find: (one) =>
        `${one.case} ${find(one.case)
          .flatMap(({ names }) => names.map(({ name }) => name))
          .join(' ')}`,
    },
    {
      key: 'answer',
      title: 'Answer',
      show: ({ code, words }) => (
        <>
          {CODE_WORDS[code]}
          {words !== '' && (
            <p className="below">
              “<bdi>{words}</bdi>”
            </p>
          )}
        </>
      ),
      find: ({ code, words }) => `${CODE_WORDS[code]} ${words}`,
    },
    {
      key: 'claim',
      title: 'To be verified',
      show: ({ claim, claimStanding }) =>
        claim === null ? (
          <span className="soft">{CLAIM_WORDS['nothing-to-verify']}</span>
        ) : (
          <>
            <span aria-hidden="true">{CLAIM_GLYPHS[claimStanding]}</span>{' '}
            {CLAIM_WORDS[claimStanding]}
            <p className="below">{daysInWords(claim)}</p>
          </>
        ),
      find: ({ claimStanding }) => CLAIM_WORDS[claimStanding],
      choices: Object.values(CLAIM_WORDS),
    },
    {
      key: 'owner',
      title: 'Who, by when',
      show: (one) => <FollowUpCell programme={programme} page={page} response={one} />,
      order: ({ followUp }) => followUp?.due ?? null,
      find: ({ followUp }) => followUp?.owner ?? 'nobody',
    },
  ]
}

type CellProperties = PartProperties & { readonly response: Response }

function FollowUpCell({ programme, response: { followUp, claim } }: CellProperties) {
  if (!followUp) return claim === null ? null : <span className="soft">nobody verifies it yet</span>
  const { id, owner, due, doneOn } = followUp
  const late = doneOn === null && due !== null && due < today()
  return (
    <>
      <bdi>{owner}</bdi>
      {doneOn !== null ? (
        <p className="below">done on {dayInBrief(doneOn)}</p>
      ) : (
        <>
          <p className={late ? 'below urgent' : 'below'}>
            {due === null ? 'no day named' : `${late ? 'overdue since' : 'by'} ${dayInBrief(due)}`}
          </p>
          <Doing words="Close or pass on" about={owner}>
            {(close) => (
              <FollowUpForm programme={programme} id={id} owner={owner} due={due} onDone={close} />
            )}
          </Doing>
        </>
      )}
    </>
  )
}

type FormProperties = {
  readonly programme: string
  readonly id: string
  readonly owner: string
  readonly due: string | null
  readonly onDone: () => void
}

/** Closes what was to be followed up, or gives it to somebody else or another day. */
export function FollowUpForm({ programme, id, owner, due, onDone }: FormProperties) {
  return (
    <WrittenForm
      programme={programme}
      doing="Put it on record"
      write={(field) =>
        listWrites.followUp(programme, id, {
          owner: field('owner'),
          due: field('due'),
          done: field('done') !== '',
          note: field('note'),
        })
      }
      onWritten={onDone}
    >
      {(wrong) => (
        <>
          <Field
            label="Who follows it up"
            name="owner"
            required
            defaultValue={owner}
            wrong={wrong('owner')}
          />
          <Field label="By when" name="due" defaultValue={due ?? ''} wrong={wrong('due')} />
          <Field
            label="What was found"
            name="note"
            wide
            hint="What happened in the case itself is recorded on the person’s page, with its source."
            wrong={wrong('note')}
          />
          <label className="tick wide">
            <input type="checkbox" name="done" /> It is done
          </label>
        </>
      )}
    </WrittenForm>
  )
}
