import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { writes } from '../../api/client.ts'
import { editionsQuery } from '../../api/queries.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { usePaths } from '../../paths.ts'
import { dayInWords } from '../../ui/days.ts'
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
              wrong={wrong('corrects')}
              choices={[
                ['', 'no earlier edition'],
                ...(data?.editions ?? []).map(
                  (edition) => [edition.id, `${edition.asOf}, known ${edition.knownOn}`] as const,
                ),
              ]}
            />
            <Field label="Reason for the correction" name="reason" wide wrong={wrong('reason')} />
          </>
        )}
      </WrittenForm>
    </Dialog>
  )
}
