import { Fragment } from 'react'
import { FORMATS } from '../../api/client.ts'
import type { Format } from '../../api/client.ts'

/** The forms in which a scorecard can be taken along. */
export function Downloads({ to }: { readonly to: (format: Format) => string }) {
  return (
    <span>
      {FORMATS.map((format, index) => (
        <Fragment key={format}>
          {index > 0 && ' · '}
          <a href={to(format)} download>
            {format.toUpperCase()}
          </a>
        </Fragment>
      ))}
    </span>
  )
}
