import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { sourcesQuery } from '../api/queries.ts'
import { useDays } from '../days.tsx'
import { useParam, usePaths } from '../paths.ts'
import { Field } from '../ui/Field.tsx'

type Properties = { readonly wrong: string | undefined }

/** The source of an entry: one on record, picked by its short name or its title. */
export function SourceField({ wrong }: Properties) {
  return (
    <Field
      label="Source"
      name="source"
      required
      suggestions={useSourceSuggestions()}
      below={<AddSourceLink />}
      wrong={wrong}
    />
  )
}

/** The short name of each source, with its title. */
export function useSourceSuggestions(): (readonly [id: string, title: string])[] {
  const { data } = useQuery(sourcesQuery(useParam('programme'), useDays()))
  return data?.sources.map(({ id, title }) => [id, title] as const) ?? []
}

/** Where a source that is not on record yet is added: beside the form, so that nothing typed is lost. */
export function AddSourceLink() {
  return (
    <Link to={`${usePaths().sources()}#add-source`} target="_blank">
      Add a source<span className="spoken"> (opens beside this page)</span>
    </Link>
  )
}
