/** Titles of what other answers name by id. While they are on their way, and where there is none, ids stand. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { programmeQuery, scorecardQuery, sourcesQuery } from '../api/queries.ts'
import { useDays } from '../days.tsx'
import { useParam } from '../paths.ts'

export type Titles = Readonly<Record<string, { readonly title: string }>>

export function useSourceTitles(): Titles {
  const { data } = useQuery(sourcesQuery(useParam('programme'), useDays()))
  return useMemo(
    () => Object.fromEntries((data?.sources ?? []).map(({ id, title }) => [id, { title }])),
    [data],
  )
}

export function useGoalTitles(): Titles {
  const { data } = useQuery(programmeQuery(useParam('programme'), useDays()))
  return useMemo(() => {
    const goals = (data?.tiers ?? []).flatMap((tier) => tier.goals)
    return Object.fromEntries(goals.map(({ id, statement }) => [id, { title: statement }]))
  }, [data])
}

export function useBenchmarkTitles(): Titles {
  const { data } = useQuery(scorecardQuery(useParam('programme'), useDays()))
  return useMemo(() => {
    const all = data ? [...data.goals.flatMap((goal) => goal.benchmarks), ...data.benchmarks] : []
    return Object.fromEntries(all.map(({ id, title }) => [id, { title }]))
  }, [data])
}
