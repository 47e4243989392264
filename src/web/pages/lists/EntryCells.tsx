/** Who an entry is about, where they stand, what was answered: the same on every part of the page. */
import { Link } from 'react-router'
import type { ListEntryRowJson, PersonNamedJson } from '../../../contract/representation-lists.ts'
import { usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { PersonName } from '../register/ShownNames.tsx'
import { CONSENT_GLYPHS, CONSENT_WORDS } from '../register/words.ts'
import { CLAIM_GLYPHS, CLAIM_WORDS, CODE_WORDS } from './words.ts'

type WhoProperties = {
  readonly persons: readonly PersonNamedJson[]
  readonly case: string
  /** Without a link: where the name stands within a label. */
  readonly plain?: boolean
}

/** Each person by the first name on record, with the names in other scripts below. */
export function Who({ persons, case: id, plain = false }: WhoProperties) {
  const paths = usePaths()
  return (
    <span className="who">
      {persons.map((one, index) => (
        <span key={one.person}>
          {index > 0 && <span className="soft">, </span>}
          {plain ? (
            <FirstName one={one} />
          ) : (
            <Link to={paths.person(one.person)}>
              <FirstName one={one} />
            </Link>
          )}
          {one.birth && <span className="soft small"> {writtenDate(one.birth)}</span>}
          <InOtherScripts one={one} />
        </span>
      ))}
      {persons.length === 0 && <span className="soft">no person on record</span>}{' '}
      <code className="soft small">{id}</code>
    </span>
  )
}

function FirstName({ one }: { readonly one: PersonNamedJson }) {
  const [first] = one.names
  if (one.erased) return `${one.person}, erased`
  return first ? <PersonName name={first} /> : one.person
}

/** One name of each further script: spellings in the same one stand on the person's page. */
function InOtherScripts({ one: { names } }: { readonly one: PersonNamedJson }) {
  const seen = new Set(names.slice(0, 1).map(({ script }) => script))
  const others = names.filter(({ script }) => !seen.has(script) && seen.add(script))
  return others.map((name) => (
    <span key={`${name.script} ${name.name}`} className="soft small">
      {' · '}
      <PersonName name={name} />
    </span>
  ))
}

/** The first name of the first person, for labels that only hear words. */
export function whoInWords(persons: readonly PersonNamedJson[], id: string): string {
  const [first] = persons
  const name = first?.names[0]?.name
  return name === undefined ? id : `${name} ${id}`
}

type StateProperties = { readonly entry: ListEntryRowJson }

/** The state in words; what is said against it stands below it. */
export function EntryState({ entry }: StateProperties) {
  const { state, resolved, excluded, counted } = entry
  const glyph = resolved ? '●' : state.kind === 'unknown' ? '?' : '○'
  return (
    <span className="case-state">
      <span className={`standing ${resolved ? 'met' : 'not-met'}`}>
        <span className="glyph" aria-hidden="true">
          {glyph}
        </span>{' '}
        {daysInWords(state.words)}
      </span>
      {resolved && <span className="spoken"> (resolved)</span>}
      {excluded && (
        <span className="doubt serif-note">
          {resolved && counted > 0
            ? 'resolved before it was handed over: left out of the figures'
            : 'left out of the figures'}
        </span>
      )}
      {state.doubts.map((sentence) => (
        <span key={sentence} className="doubt serif-note">
          {daysInWords(sentence)}
        </span>
      ))}
    </span>
  )
}

/** The last answer: its code, their words, and how the claim in it stands. */
export function LastAnswer({ entry: { lastResponse } }: StateProperties) {
  if (!lastResponse) return <span className="soft">none on record</span>
  const { code, words, date, claim, claimStanding } = lastResponse
  return (
    <>
      {CODE_WORDS[code]} <span className="soft">{dayInBrief(date)}</span>
      {words !== '' && (
        <p className="below">
          “<bdi>{words}</bdi>”
        </p>
      )}
      {claim !== null && (
        <p className="below">
          <span aria-hidden="true">{CLAIM_GLYPHS[claimStanding]}</span> {CLAIM_WORDS[claimStanding]}
        </p>
      )}
    </>
  )
}

type ConsentProperties = Pick<ListEntryRowJson, 'consent'>

/** Consent to be listed to the government: its standing, and its sentence below. */
export function ListingConsent({ consent }: ConsentProperties) {
  const { standing, sentence, overridden } = consent
  return (
    <>
      <span aria-hidden="true">{CONSENT_GLYPHS[standing]}</span> {CONSENT_WORDS[standing]}
      {overridden && <em className="serif-note"> overridden</em>}
      <p className="below">{daysInWords(sentence)}</p>
    </>
  )
}
