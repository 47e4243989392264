/** Shown only when waiting is felt; see `.waiting`. */
export function Waiting() {
  return (
    <p className="waiting" role="status">
      One moment …
    </p>
  )
}
