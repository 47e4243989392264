import type { RegisterRowJson } from '../../../contract/register.ts'

type Name = RegisterRowJson['names'][number]

/** A name as it is written, in its own direction and script. */
export function PersonName({ name }: { readonly name: Pick<Name, 'name' | 'script'> }) {
  return <bdi lang={languageOf(name.script)}>{name.name}</bdi>
}

/** The other names on one line, each apart from its neighbours. */
export function OtherNames({ names }: { readonly names: readonly Name[] }) {
  return names.map((name, index) => (
    <span key={name.entry}>
      {index > 0 && <span className="soft"> · </span>}
      <PersonName name={name} />
    </span>
  ))
}

/** Tells the browser the script, so that it picks a face that has the letters; the language stays open. */
function languageOf(script: string): string | undefined {
  return script === '' ? undefined : `und-${script}`
}
