import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { writes } from '../../api/client.ts'
import { editionsQuery } from '../../api/queries.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { usePaths } from '../../paths.ts'
import { dayInWords } from '../../ui/days.ts'
import { editionInWords } from '../editions/edition-in-words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'

type Properties = {
  readonly programme: string
  readonly asOf: string
  readonly knownOn: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Freezes the readings of the day with method, benchmark texts and evidence, under a name. */
export function IssueEdition({ programme, asOf, knownOn, open, onClose }: Properties) {
  const { data } = useQuery({ ...editionsQuery(programme), enabled: open })
  const editions = data?.editions ?? []
  const latestFirst = editions.toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt))
  // A second edition of the same two days most likely corrects the last one.
  const same = latestFirst.find((one) => one.asOf === asOf && one.knownOn === knownOn)
  const navigate = useNavigate()
  const paths = usePaths()
  return (
    <Dialog title="Issue an edition" open={open} onClose={onClose}>
      <p>
        The scorecard as of {dayInWords(asOf)}, as known on {dayInWords(knownOn)}, is frozen with
        its method, the texts of the benchmarks and the evidence. It cannot be changed; a correction
        is a new edition.
      </p>
      <WrittenForm
        programme={programme}
        doing="Issue it"
        write={(field) =>
          writes.issueEdition(programme, {
            asOf,
            knownOn,
            signedBy: field('signedBy'),
            corrects: field('corrects'),
            reason: field('reason'),
          })
        }
        onWritten={({ id }) => void navigate(paths.edition(id))}
      >
        {(wrong) => (
          <>
            <Field label="Signed by" name="signedBy" required wrong={wrong('signedBy')} />
            <Field
              label="Corrects"
              name="corrects"
              key={same?.id ?? ''}
              defaultValue={same?.id ?? ''}
              hint={
                same && 'An edition of the same two days has been issued; this one corrects it.'
              }
              wrong={wrong('corrects')}
              choices={[
                ['', 'no earlier edition'],
                ...latestFirst.map((edition) => [edition.id, editionInWords(edition)] as const),
              ]}
            />
            <Field label="Reason for the correction" name="reason" wide wrong={wrong('reason')} />
          </>
        )}
      </WrittenForm>
    </Dialog>
  )
}
