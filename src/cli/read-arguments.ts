/** Reads the arguments of a command. What is written wrongly is named, with what was probably meant. */
import { parseArgs } from 'node:util'
import { type CalendarDate, isCalendarDate } from '../domain/basics/calendar-date.ts'
import { nearestName } from '../exchange/nearest-name.ts'
import { WrongUsage } from './exit-codes.ts'

export type OptionSpec = {
  readonly type: 'string' | 'boolean'
  /** What stands after a text option in the help: `DAY`. */
  readonly value?: string
  /** The command cannot do without it. */
  readonly required?: true
  readonly help: string
}

export type CommandSpec = {
  readonly name: string
  readonly summary: string
  /** Positional arguments by name, in order; all are needed. */
  readonly operands: readonly string[]
  /** Further ones that may be left out, from the last on. */
  readonly optional?: readonly string[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Further paragraphs of the help. */
  readonly notes?: readonly string[]
}

/** Options that every command takes. */
export const EVERYWHERE: Readonly<Record<string, OptionSpec>> = {
  data: {
    type: 'string',
    value: 'DIR',
    help: 'the folder of the store (default: DEMARCHE_DATA, else the folder of this user)',
  },
  help: { type: 'boolean', help: 'show this help' },
}

export class Arguments {
  readonly #spec: CommandSpec
  readonly #values: Readonly<Record<string, string | boolean | undefined>>
  readonly #operands: readonly string[]

  constructor(
    spec: CommandSpec,
    values: Readonly<Record<string, string | boolean | undefined>>,
    operands: readonly string[],
  ) {
    this.#spec = spec
    this.#values = values
    this.#operands = operands
  }

  operand(name: string): string {
    const value = this.#operands[this.#spec.operands.indexOf(name)]
    if (value === undefined) throw new Error(`the command has no operand ${name}`)
    return value
  }

  /** An operand that may be left out. */
  optionalOperand(name: string): string | undefined {
    const at = (this.#spec.optional ?? []).indexOf(name)
    return at < 0 ? undefined : this.#operands[this.#spec.operands.length + at]
  }

  flag(name: string): boolean {
    return this.#values[name] === true
  }

  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  day(name: string): CalendarDate | undefined {
    const text = this.text(name)
    if (text === undefined || isCalendarDate(text)) return text
    throw new WrongUsage(
      `--${name}: “${text}” is not a day. Write it as YYYY-MM-DD, such as 1988-12-31.`,
    )
  }

  requiredDay(name: string): CalendarDate {
    const day = this.day(name)
    if (day === undefined) throw new WrongUsage(`--${name} is missing; it is a day.`)
    return day
  }
}

/** Throws `WrongUsage` on an option that is not known, a value that is missing, or a wrong count. */
export function readArguments(spec: CommandSpec, argv: readonly string[]): Arguments {
  const options = { ...EVERYWHERE, ...spec.options }
  const types = Object.fromEntries(
    Object.entries(options).map(([name, { type }]) => [name, { type }]),
  )
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...types, help: { type: 'boolean', short: 'h' } },
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const values: Record<string, string | boolean> = {}
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option) throw new WrongUsage(unknownOption(rawName, Object.keys(options), spec))
    if (option.type === 'boolean' && value !== undefined)
      throw new WrongUsage(`${rawName} takes no value.`)
    if (option.type === 'string' && value === undefined)
      throw new WrongUsage(`${rawName} needs a value: ${rawName} ${option.value ?? 'TEXT'}.`)
    if (Object.hasOwn(values, name)) throw new WrongUsage(`${rawName} stands twice.`)
    values[name] = value ?? true
  }
  if (values['help'] !== true) requireCount(spec, operands)
  return new Arguments(spec, values, operands)
}

export function usageOf({ name, operands, optional: more = [], options }: CommandSpec): string {
  const optional = Object.entries(options).map(([option, spec]) =>
    spec.required ? ` ${optionWord(option, spec)}` : ` [${optionWord(option, spec)}]`,
  )
  const words = [name, ...operands, ...more.map((operand) => `[${operand}]`)]
  return `demarche ${words.join(' ')}${optional.join('')} [--data DIR]`
}

/** `parts`: the commands under its name, which have a help of their own. */
export function helpOf(
  spec: CommandSpec,
  parts: Readonly<Record<string, { readonly spec: CommandSpec }>> = {},
): string {
  const options = Object.entries({ ...spec.options, ...EVERYWHERE })
  const words = options.map(([name, option]) => optionWord(name, option))
  const width = Math.max(...words.map((word) => word.length))
  const lines = options.map(
    ([, { help }], index) => `  ${(words[index] ?? '').padEnd(width)}  ${help}`,
  )
  const notes = (spec.notes ?? []).map((note) => `\n${note}\n`)
  const under = Object.values(parts).map(
    (part) => `  ${usageOf(part.spec)}\n      ${part.spec.summary}\n`,
  )
  const further = under.length === 0 ? '' : `\nAnd:\n${under.join('')}`
  return `${usageOf(spec)}\n\n${spec.summary}\n${notes.join('')}${further}\nOptions:\n${lines.join('\n')}\n`
}

function optionWord(name: string, { value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}

function unknownOption(raw: string, known: readonly string[], { name }: CommandSpec): string {
  const near = nearestName(raw.replace(/^-+/, ''), known)
  const hint = near === undefined ? '' : ` Did you mean --${near}?`
  return `${raw} is not an option of “demarche ${name}”.${hint}`
}

function requireCount(spec: CommandSpec, operands: readonly string[]): void {
  const missing = spec.operands.slice(operands.length)
  if (missing.length > 0)
    throw new WrongUsage(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`)
  const extra = operands[spec.operands.length + (spec.optional?.length ?? 0)]
  if (extra !== undefined)
    throw new WrongUsage(`“${extra}” is one argument too many for “demarche ${spec.name}”.`)
}
