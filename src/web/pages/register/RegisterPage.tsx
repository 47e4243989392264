import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { RegisterRowsJson } from '../../../contract/register.ts'
import { programmeQuery } from '../../api/queries.ts'
import { registerChoicesQuery, registerQuery } from '../../api/register.ts'
import type { Search } from '../../api/register.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { amountInWords } from '../../ui/amounts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered, Refused } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { AddPerson } from './AddPerson.tsx'
import { ChooseColumns } from './ChooseColumns.tsx'
import { ExportRegister } from './ExportRegister.tsx'
import { useAsked, useColumns } from './kept-search.ts'
import type { Asked } from './kept-search.ts'
import { RegisterFilters } from './RegisterFilters.tsx'
import { FIRST_ROW, RegisterTable } from './RegisterTable.tsx'
import '../../style/register.css'

const PAGE = 50

/** The persons of the programme: found as one types, in any script, by key alone if one likes. */
export function RegisterPage() {
  const programme = useParam('programme')
  const paths = usePaths()
  const days = useDays()
  const [asked, ask] = useAsked(programme)
  const [columns, choose] = useColumns(programme)
  const [taking, setTaking] = useState(false)
  const { data: page } = useQuery(programmeQuery(programme, days))
  const choices = useQuery(registerChoicesQuery(programme, days))
  const sought = useDeferredValue(asked)
  const query = useQuery(registerQuery(programme, searchOf(sought), days))
  const search = useFocusOnSlash()
  const isEmpty = choices.data?.isEmpty === true

  return (
    <>
      <PageHeader
        title="Register"
        below="The people one is trying to help: who they are, what happened, what is asked for them."
      />
      {page ? (
        <DaysOfPage span={page.span} asOf={page.asOf} knownOn={page.knownOn} />
      ) : (
        <div className="times-room" />
      )}
      {choices.error && <Refused error={choices.error} onAgain={() => void choices.refetch()} />}
      {isEmpty ? (
        <NobodyYet imports={paths.imports()} />
      ) : (
        <>
          <div className="find no-print">
            <input
              ref={search}
              type="search"
              dir="auto"
              aria-label="Find a person by name, in any script, or by id"
              aria-keyshortcuts="/"
              placeholder="A name or part of one, in any script"
              autoComplete="off"
              spellCheck={false}
              value={asked.text}
              onChange={(event) => ask({ text: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
                event.preventDefault()
                const first = document.getElementById(FIRST_ROW)
                if (event.key === 'Enter') first?.click()
                else first?.focus()
              }}
            />
            <p className="small soft">
              <kbd>/</kbd> to search, <kbd>↓</kbd> to the names, <kbd>Enter</kbd> opens
            </p>
          </div>
          {choices.data && <RegisterFilters asked={asked} choices={choices.data} onAsk={ask} />}
          <div className="doings no-print">
            <a href="#add-person">Add a person</a>
            <Link to={paths.imports()}>Import a spreadsheet</Link>
            <button type="button" className="inline" onClick={() => setTaking(true)}>
              Take a table away
            </button>
            <ChooseColumns columns={columns} onChoose={choose} />
          </div>
          {query.data?.note && <p className="notice">{query.data.note}</p>}
          <Answered query={query}>
            {(answer) => (
              <Found
                answer={answer}
                asked={sought}
                columns={columns}
                onAsk={ask}
                onTop={() => search.current?.focus()}
              />
            )}
          </Answered>
        </>
      )}
      <AddPerson programme={programme} />
      <ExportRegister
        programme={programme}
        search={searchOf(asked)}
        columns={columns}
        open={taking}
        onClose={() => setTaking(false)}
      />
    </>
  )
}

type FoundProperties = {
  readonly answer: RegisterRowsJson
  readonly asked: Asked
  readonly columns: ReturnType<typeof useColumns>[0]
  readonly onAsk: (change: Partial<Asked>) => void
  readonly onTop: () => void
}

function Found({ answer, asked, columns, onAsk, onTop }: FoundProperties) {
  const { rows, total, totalIsLeast } = answer
  const first = asked.page * PAGE
  const more = totalIsLeast || total > first + rows.length
  const turn = (by: 1 | -1) => onAsk({ page: asked.page + by })
  if (rows.length === 0)
    return (
      <Empty title="Nobody is found">
        <p>
          Try fewer letters, another spelling or the name in its own script: names are compared by
          how they sound. Fewer narrowings find more, and so does a later day <i>as known on</i>.
        </p>
      </Empty>
    )
  return (
    <>
      <RegisterTable
        rows={rows}
        columns={columns}
        onBeyond={(way) => {
          if (way === 'down' && more) turn(1)
          else if (way === 'up' && asked.page > 0) turn(-1)
          else if (way === 'up') onTop()
        }}
      />
      <div className="turn no-print">
        <p className="table-count" role="status">
          {amountInWords(first + 1)}–{amountInWords(first + rows.length)} of{' '}
          {totalIsLeast ? 'at least ' : ''}
          {amountInWords(total)} {total === 1 ? 'person' : 'persons'}
        </p>
        <button type="button" disabled={asked.page === 0} onClick={() => turn(-1)}>
          Earlier
        </button>
        <button type="button" disabled={!more} onClick={() => turn(1)}>
          Further
        </button>
      </div>
    </>
  )
}

function NobodyYet({ imports }: { readonly imports: string }) {
  return (
    <Empty title="Nobody is in the register yet">
      <p>
        Add a person below, with the name as it was given to you: other spellings, scripts and kinds
        of name are added beside it. Then open the person and add the case, what happened in it and
        from which source, and for what each person has agreed that we may use what we know.
      </p>
      <p>
        Lists that others keep as tables come in row by row, each shown before it is taken:{' '}
        <Link to={imports}>import a spreadsheet</Link>.
      </p>
      <p>
        A programme folder with <code>cases/persons.csv</code> brings a whole register at once:{' '}
        <code>demarche import FOLDER</code>.
      </p>
    </Empty>
  )
}

function searchOf(asked: Asked): Search {
  const one = (value: string) => (value === '' ? [] : [value])
  return {
    text: asked.text.trim(),
    category: one(asked.category),
    state: one(asked.state),
    region: one(asked.region),
    authority: one(asked.authority),
    resolved: asked.resolved,
    listed: one(asked.listed),
    consent:
      asked.use === '' || asked.standing === ''
        ? null
        : { use: asked.use, standing: [asked.standing] },
    order: asked.order,
    page: asked.page,
    size: PAGE,
  }
}

/** `/` goes to the search from anywhere but a field that takes letters. */
function useFocusOnSlash() {
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, dialog') // a page's own event
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return search
}
