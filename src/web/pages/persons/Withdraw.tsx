import type { z } from 'zod'
import type { NewWithdrawal } from '../../../contract/register.ts'
import { registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { Doing } from './Doing.tsx'

type Properties = {
  readonly programme: string
  readonly table: z.input<typeof NewWithdrawal>['table']
  readonly entry: number
  /** What the entry is about: a person, a family, a case. */
  readonly of: string
  /** What is withdrawn, for those who hear the page. */
  readonly about: string
}

/** Takes an entry back from a day on; what stood before stays on record. */
export function Withdraw({ programme, table, entry, of, about }: Properties) {
  return (
    <Doing words="Withdraw" about={about} quiet>
      {(close) => (
        <WrittenForm
          programme={programme}
          doing="Withdraw it"
          write={(field) => {
            const on = field('on')
            return registerWrites.withdraw(programme, {
              table,
              entry,
              of,
              ...(on !== '' && { on }),
            })
          }}
          onWritten={close}
        >
          {(wrong) => (
            <Field
              label="From the day"
              name="on"
              placeholder="1988-12-31"
              hint="Empty: from today. Days before it still show what was known then."
              wrong={wrong('on')}
            />
          )}
        </WrittenForm>
      )}
    </Doing>
  )
}
