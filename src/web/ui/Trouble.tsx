import type { ReactNode } from 'react'

type Properties = {
  readonly title: string
  /** One sentence that says what is wrong and what to do. */
  readonly detail: string
  readonly places?: readonly { readonly pointer: string; readonly detail: string }[]
  readonly children?: ReactNode
}

/** A refusal or a failure, in words, with the places that it names. */
export function Trouble({ title, detail, places = [], children }: Properties) {
  return (
    <div className="trouble stack" role="alert">
      <strong>{title}</strong>
      <p>{detail}</p>
      {places.length > 0 && (
        <ul className="plain small">
          {places.map((place) => (
            <li key={`${place.pointer} ${place.detail}`}>
              <code>{place.pointer}</code> {place.detail}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  )
}
