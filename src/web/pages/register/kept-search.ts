/**
 * What was last looked for in each register, so that coming back from a person finds it again. Held
 * in memory only: a name that was searched for is not left behind on the disk. Columns are no secret
 * and stay with the browser.
 */
import { useState } from 'react'
import { REGISTER_COLUMNS } from '../../../contract/register.ts'
import type { RegisterColumnName } from '../../../contract/register.ts'
import type { ConsentStandingShown, Use } from './words.ts'

export type Asked = {
  readonly text: string
  readonly category: string
  readonly state: string
  readonly region: string
  readonly authority: string
  readonly resolved: 'yes' | 'no' | ''
  readonly listed: string
  readonly use: Use | ''
  readonly standing: ConsentStandingShown | ''
  readonly order: 'nearest' | 'id'
  readonly page: number
}

export const NOTHING_ASKED: Asked = {
  text: '',
  category: '',
  state: '',
  region: '',
  authority: '',
  resolved: '',
  listed: '',
  use: '',
  standing: '',
  order: 'nearest',
  page: 0,
}

const kept = new Map<string, Asked>()

/** What is asked of the register of a programme; another question begins on its first page. */
export function useAsked(programme: string) {
  const [asked, setAsked] = useState(() => kept.get(programme) ?? NOTHING_ASKED)
  const ask = (change: Partial<Asked>) => {
    const next = { ...asked, page: 0, ...change }
    kept.set(programme, next)
    setAsked(next)
  }
  return [asked, ask] as const
}

export const FIRST_COLUMNS: readonly RegisterColumnName[] = [
  'name',
  'other-names',
  'birth',
  'category',
  'state',
  'region',
  'lists',
  'urgency',
]

const storageKey = (programme: string) => `demarche-register-columns-${programme}`

/** The columns that this browser shows of a programme's register. */
export function useColumns(programme: string) {
  const [columns, setColumns] = useState(() => keptColumns(programme))
  const choose = (chosen: readonly RegisterColumnName[]) => {
    // In the order of the contract, whichever was ticked first; a row without a name opens nothing.
    const next = REGISTER_COLUMNS.filter((each) => each === 'name' || chosen.includes(each))
    localStorage.setItem(storageKey(programme), next.join(','))
    setColumns(next)
  }
  return [columns, choose] as const
}

function keptColumns(programme: string): readonly RegisterColumnName[] {
  const words = localStorage.getItem(storageKey(programme))?.split(',')
  const columns = REGISTER_COLUMNS.filter((each) => words?.includes(each))
  return columns.length > 0 ? columns : FIRST_COLUMNS
}
