/** `docs/reference/cli.md`, from the commands themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../src/cli/command.ts'
import { EXIT } from '../src/cli/exit-codes.ts'
import { helpOf } from '../src/cli/read-arguments.ts'
import { GLYPHS } from '../src/cli/terminal.ts'
import { Alert, GoalStanding, Life } from '../src/contract/assessment.ts'
import { SETTINGS, WORKING_SETTINGS, type Setting } from './settings.ts'
import { MADE, table } from './write-markdown.ts'

const cli = join(import.meta.dirname, '../src/cli')

/** Every command in the order in which `demarche --help` lists them. */
export async function readCommands(): Promise<readonly Command[]> {
  const main = readFileSync(join(cli, 'main.ts'), 'utf8')
  const listed = Array.from(
    main.matchAll(/^ {2}'?([\w-]+)'?: async \(\) =>/gm),
    ([, name = '']) => name,
  )
  const found = new Map<string, Command>()
  for (const file of readdirSync(join(cli, 'commands')))
    if (file.endsWith('.ts') && !file.endsWith('.test.ts')) {
      const exported: object = await import(join(cli, 'commands', file))
      for (const each of Object.values(exported))
        if (isCommand(each)) found.set(each.spec.name, each)
    }
  return listed.map((name) => {
    const command = found.get(name)
    if (!command) throw new Error(`no file in src/cli/commands has the command "${name}"`)
    return command
  })
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'spec' in value && 'run' in value
}

const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'Done. For `check`: no fault. For `verify`: the store is sound.',
  fault: 'A fault of the program. What was asked was not done.',
  usage: 'The command was written wrongly; the message shows how it is written.',
  refused:
    'Refused, with the reason: rows of a folder, a list of which no version was handed over, a gate with open findings, a text with faults, a programme that is not there, a store that is not sound or cannot be had.',
}

const ALERT_MEANINGS: Readonly<Record<string, string>> = {
  relapse:
    'A benchmark that was met has lapsed; a rule went back a stage; a state that was off is on again.',
  displacement:
    'One subject went off within 90 days of a substitute for it being switched on or intensified.',
  contradiction: 'Figures of one reporter cannot all be true.',
  'assurance-contradicted':
    'An undertaking was broken or contradicted, or what it covers moved back after it was given.',
  stale: 'A benchmark needs newer figures: the latest of its series ended more than a year ago.',
}

const STANDING_MEANINGS: Readonly<Record<string, string>> = {
  met: 'The test holds on all that the evidence allows.',
  partly: 'Of a goal only: one benchmark at least is met, and one at least is not.',
  'not-met': 'The test fails on all that the evidence allows, or it has not held long enough.',
  insufficient: 'The evidence cannot tell. What is missing stands beside it.',
  disputed: 'Sources lead to different verdicts. Which ones stands beside it.',
}

const LIFE_MEANINGS: Readonly<Record<string, string>> = {
  'not-due': 'The day it is due has not come. The standing beside it is the finding so far.',
  waived: 'A waiver is in force over it. The finding stays as it is.',
  lapsed: 'It was met and has fallen. The hold begins anew.',
  unverified: 'It was met, and whether it has lapsed cannot be told.',
  slipping: 'It was met, and is below the requirement but above the lapse line.',
  'by-a-later-standard': 'The day lies before the first version; that version judges it.',
}

export async function cliReference(): Promise<string> {
  const commands = await readCommands()
  const settings = (list: readonly Setting[]) =>
    table(
      ['variable', 'meaning'],
      list.map(({ name, meaning }) => [`\`${name}\``, meaning]),
    )
  const meanings = (head: string, words: readonly string[], of: Readonly<Record<string, string>>) =>
    table(
      [head, 'meaning'],
      words.map((word) => [`\`${word}\``, of[word] ?? missing(word)]),
    )
  return [
    '# The command line',
    MADE,
    'In a clone a command is `npx demarche COMMAND`. Each is a client of the same HTTP interface: of the server that has the store open, or, where none has, of the program in this process.',
    table(
      ['command', 'what it does'],
      commands.map(({ spec }) => [`[\`${spec.name}\`](#${spec.name})`, spec.summary]),
    ),
    ...commands.flatMap(({ spec, parts = {} }) => [
      `## ${spec.name}`,
      `\`\`\`text\n${helpOf(spec, parts)}\`\`\``,
      ...Object.values(parts).flatMap((part) => [
        `### ${part.spec.name}`,
        `\`\`\`text\n${helpOf(part.spec)}\`\`\``,
      ]),
    ]),
    '## Exit codes',
    table(
      ['code', 'meaning'],
      Object.entries(EXIT).map(([name, code]) => [
        String(code),
        EXIT_MEANINGS[name as keyof typeof EXIT], // the keys of EXIT
      ]),
    ),
    '## Words in the output',
    `Signs of standings: ${Object.entries(GLYPHS)
      .map(([word, sign]) => `${sign} \`${word}\``)
      .join(', ')}.`,
    meanings('standing', GoalStanding.options, STANDING_MEANINGS),
    meanings('life', Life.options, LIFE_MEANINGS),
    meanings('alert', Alert.shape.kind.options, ALERT_MEANINGS),
    '## Settings',
    'For those who run the program:',
    settings(SETTINGS),
    'For those who work on it:',
    settings(WORKING_SETTINGS),
    '',
  ].join('\n\n')
}

function missing(word: string): never {
  throw new Error(`docs/cli-reference.ts does not say what "${word}" means`)
}
