import { useId } from 'react'
import type { RegisterChoicesJson } from '../../../contract/register.ts'
import { NOTHING_ASKED } from './kept-search.ts'
import type { Asked } from './kept-search.ts'
import { CONSENT_STANDINGS, CONSENT_WORDS, plain, USE_WORDS, USES } from './words.ts'

type Properties = {
  readonly asked: Asked
  readonly choices: RegisterChoicesJson
  readonly onAsk: (change: Partial<Asked>) => void
}

type Choices = readonly (readonly [value: string, words: string])[]

/** Narrows the register; each answer takes effect at once. */
export function RegisterFilters({ asked, choices, onAsk }: Properties) {
  const named = (values: readonly string[]): Choices => values.map((value) => [value, plain(value)])
  const isNarrowed = Object.keys(NOTHING_ASKED).some(
    (name) => !['text', 'page', 'order'].includes(name) && asked[name as keyof Asked] !== '', // its own keys
  )
  return (
    <div className="narrow no-print" role="group" aria-label="Narrow the register">
      <Narrow
        label="Category"
        value={asked.category}
        choices={named(choices.categories)}
        onChange={(category) => onAsk({ category })}
      />
      <Narrow
        label="State"
        value={asked.state}
        choices={choices.states.map(({ state, words }) => [state, words] as const)}
        onChange={(state) => onAsk({ state })}
      />
      <Narrow
        label="Resolved"
        value={asked.resolved}
        choices={[
          ['no', 'not resolved'],
          ['yes', 'resolved'],
        ]}
        onChange={(resolved) => onAsk({ resolved: resolved as Asked['resolved'] })} // its own choices
      />
      <Narrow
        label="Region"
        value={asked.region}
        choices={choices.regions.map((region) => [region, region] as const)}
        onChange={(region) => onAsk({ region })}
      />
      <Narrow
        label="Authority"
        value={asked.authority}
        choices={choices.authorities.map((authority) => [authority, authority] as const)}
        onChange={(authority) => onAsk({ authority })}
      />
      <Narrow
        label="On a list"
        value={asked.listed}
        choices={[
          ['*', 'on any list'],
          ['-', 'on no list'],
          ...choices.lists.map(({ id, title }) => [id, title ? `${id}: ${title}` : id] as const),
        ]}
        onChange={(listed) => onAsk({ listed })}
      />
      <Narrow
        label="Consent"
        value={asked.use}
        choices={USES.map((use) => [use, USE_WORDS[use]] as const)}
        onChange={(use) => onAsk({ use: use as Asked['use'], standing: use && 'yes' })} // as above
      />
      {asked.use !== '' && (
        <Narrow
          label="stands as"
          value={asked.standing}
          choices={CONSENT_STANDINGS.map((each) => [each, CONSENT_WORDS[each]] as const)}
          onChange={(standing) => onAsk({ standing: standing as Asked['standing'] })} // as above
        />
      )}
      {asked.text.trim() !== '' && (
        <Narrow
          label="Order"
          value={asked.order === 'nearest' ? '' : asked.order}
          every="best fit first"
          choices={[['id', 'by id']]}
          onChange={(order) => onAsk({ order: (order || 'nearest') as Asked['order'] })} // as above
        />
      )}
      {isNarrowed && (
        <button
          type="button"
          className="inline"
          onClick={() => onAsk({ ...NOTHING_ASKED, text: asked.text })}
        >
          Show all
        </button>
      )}
    </div>
  )
}

type NarrowProperties = {
  readonly label: string
  readonly value: string
  readonly choices: Choices
  readonly every?: string
  readonly onChange: (value: string) => void
}

function Narrow({ label, value, choices, every = 'all', onChange }: NarrowProperties) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{every}</option>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
