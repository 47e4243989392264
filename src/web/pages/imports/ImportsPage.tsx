import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { SpreadsheetLookJson } from '../../../contract/spreadsheet-imports.ts'
import { imports } from '../../api/imports.ts'
import type { GivenFile, Mapping, ToLookAt } from '../../api/imports.ts'
import { useParam, usePaths } from '../../paths.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Refused } from '../Answered.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import type { Reading } from './ChooseFile.tsx'
import { Codes } from './Codes.tsx'
import { Columns } from './Columns.tsx'
import { RowsPart } from './RowsPart.tsx'
import { SaveMapping } from './SaveMapping.tsx'
import { WholeTable } from './WholeTable.tsx'
import type { Terms } from './WholeTable.tsx'
import '../../style/register.css'
import '../../style/imports.css'

const AS_FOUND: Reading = {
  sheet: null,
  delimiter: null,
  encoding: null,
  headerRow: null,
  preset: null,
  mapping: null,
}
const NO_TERMS: Terms = { source: '', known: '' }

/** Somebody's spreadsheet into the register: looked at, mapped, previewed row by row, then taken whole. */
export function ImportsPage() {
  const programme = useParam('programme')
  const paths = usePaths()
  const [file, setFile] = useState<GivenFile | null>(null)
  const [reading, setReading] = useState<Reading>(AS_FOUND)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [terms, setTerms] = useState<Terms>(NO_TERMS)
  const look = useMutation({
    mutationFn: (asked: ToLookAt) => imports.look(programme, asked),
    onSuccess: (seen) => setMapping(seen.mapping),
  })
  const lookAgain = (given: GivenFile, as: Reading) => {
    setFile(given)
    setReading(as)
    setMapping(null)
    look.mutate({ file: given, ...as })
  }
  const seen = file ? look.data : undefined

  return (
    <>
      <PageHeader
        title="Import a spreadsheet"
        above={<Link to={paths.register()}>Register</Link>}
        below="A list of theirs or of an organisation, as it was sent. Nothing is written before you have seen what becomes of each row."
      />
      <ChooseFile
        file={file}
        seen={seen}
        reading={reading}
        isLooking={look.isPending}
        onFile={(given) => lookAgain(given, AS_FOUND)}
        onReading={(as) => file && lookAgain(file, as)}
      />
      {look.error && <Refused error={look.error} />}
      {file && seen && mapping && (
        <Mapped
          programme={programme}
          file={file}
          seen={seen}
          reading={reading}
          mapping={mapping}
          terms={terms}
          onReading={(as) => lookAgain(file, as)}
          onMapping={setMapping}
          onTerms={setTerms}
        />
      )}
    </>
  )
}

type MappedProperties = {
  readonly programme: string
  readonly file: GivenFile
  readonly seen: SpreadsheetLookJson
  readonly reading: Reading
  readonly mapping: Mapping
  readonly terms: Terms
  readonly onReading: (reading: Reading) => void
  readonly onMapping: (mapping: Mapping) => void
  readonly onTerms: (terms: Terms) => void
}

function Mapped({ programme, file, seen, reading, mapping, terms, ...change }: MappedProperties) {
  const { sheet, delimiter, encoding, headerRow } = reading
  return (
    <>
      <Columns
        seen={seen}
        reading={reading}
        mapping={mapping}
        onReading={change.onReading}
        onMapping={change.onMapping}
      />
      <Codes seen={seen} mapping={mapping} onMapping={change.onMapping} />
      <WholeTable
        seen={seen}
        mapping={mapping}
        terms={terms}
        onMapping={change.onMapping}
        onTerms={change.onTerms}
      />
      <SaveMapping programme={programme} name={seen.mappingName} mapping={mapping} />
      <RowsPart
        // What was previewed of another mapping is not what would be taken now.
        key={JSON.stringify([reading, mapping, terms, file.name])}
        programme={programme}
        asked={{
          file,
          ...{ sheet, delimiter, encoding, headerRow },
          mapping,
          source: terms.source === '' ? null : terms.source,
          known: terms.known === '' ? null : terms.known,
        }}
      />
    </>
  )
}
