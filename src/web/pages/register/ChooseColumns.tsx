import { REGISTER_COLUMNS } from '../../../contract/register.ts'
import type { RegisterColumnName } from '../../../contract/register.ts'
import { COLUMN_WORDS } from './words.ts'

type Properties = {
  readonly columns: readonly RegisterColumnName[]
  readonly onChoose: (columns: readonly RegisterColumnName[]) => void
}

/** Which columns the register shows; the choice stays with this browser. */
export function ChooseColumns({ columns, onChoose }: Properties) {
  return (
    <details className="columns no-print">
      <summary>Columns</summary>
      <fieldset>
        <legend className="spoken">Columns of the register</legend>
        {REGISTER_COLUMNS.filter((column) => column !== 'name').map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={columns.includes(column)}
              onChange={(event) =>
                onChoose(
                  event.currentTarget.checked
                    ? [...columns, column]
                    : columns.filter((each) => each !== column),
                )
              }
            />{' '}
            {COLUMN_WORDS[column]}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
