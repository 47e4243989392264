import { useState } from 'react'
import { listWrites } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { CasePicker } from './CasePicker.tsx'
import type { PickedCase } from './CasePicker.tsx'
import type { PartProperties } from './part-properties.ts'
import { counted } from './words.ts'

type Properties = PartProperties & { readonly version: string }

/** Puts cases on a draft one by one, also those that the rule does not ask for: the gate then says so. */
export function PutOn({ programme, page, version }: Properties) {
  const [picked, setPicked] = useState<readonly PickedCase[]>([])
  return (
    <section className="part no-print">
      <h2>
        Put a case on version {version}{' '}
        <em className="serif-note">what the rule does not ask for, the gate will say</em>
      </h2>
      <WrittenForm
        programme={programme}
        doing={picked.length > 1 ? `Put ${picked.length} cases on` : 'Put it on'}
        refusal={
          page.mayNot.change ?? (picked.length === 0 ? 'Search for a name and pick.' : undefined)
        }
        write={() =>
          listWrites.entries(programme, page.list.id, {
            version,
            entries: picked.map((one) => ({ case: one.case })),
          })
        }
        onWritten={() => setPicked([])}
        done={({ taken }) =>
          taken === 0 ? 'It is on the version already.' : `${counted(taken, 'case')} put on.`
        }
      >
        {(wrong) => (
          <CasePicker label="Whom" picked={picked} onChange={setPicked} wrong={wrong('case')} />
        )}
      </WrittenForm>
    </section>
  )
}
