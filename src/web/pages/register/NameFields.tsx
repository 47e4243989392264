import { NAME_KINDS } from '../../../domain/cases/person.ts'
import { Field } from '../../ui/Field.tsx'
import { NAME_KIND_WORDS } from './words.ts'

type Said = {
  readonly name: string
  readonly script: string
  readonly kind: string
  readonly birth: string
  readonly sex: string
  readonly nationality: string
  readonly place: string
  readonly occupation: string
}
type Properties = {
  readonly wrong: (name: string) => string | undefined
  /** What stands there already, where it is to be corrected. */
  readonly said?: Said | undefined
}

/** A name, and what the source of the name says besides. */
export function NameFields({ wrong, said }: Properties) {
  const given = (name: keyof Said) => ({
    name,
    wrong: wrong(name),
    ...(said && { defaultValue: said[name] }),
  })
  return (
    <>
      <Field
        label="Name"
        required
        hint="As it was given to you, in its own script."
        {...given('name')}
      />
      <Field
        label="Kind of name"
        choices={NAME_KINDS.map((kind) => [kind, NAME_KIND_WORDS[kind]] as const)}
        {...given('kind')}
      />
      <Field
        label="Script"
        placeholder="Latn, Cyrl, Arab"
        hint="Empty: told from the letters."
        {...given('script')}
      />
      <Field
        label="Born"
        placeholder="1948-03-02"
        hint="1948~ for about. A date that does not exist is kept as written and flagged."
        {...given('birth')}
      />
      <Field label="Sex" suggestions={['female', 'male']} {...given('sex')} />
      <Field label="Nationality" {...given('nationality')} />
      <Field label="Place" {...given('place')} />
      <Field label="Occupation" {...given('occupation')} />
    </>
  )
}

/** What was typed into the fields of a name. */
export function typedName(field: (name: string) => string) {
  return {
    name: field('name'),
    kind: field('kind'),
    script: field('script'),
    birth: field('birth'),
    sex: field('sex'),
    nationality: field('nationality'),
    place: field('place'),
    occupation: field('occupation'),
  }
}
