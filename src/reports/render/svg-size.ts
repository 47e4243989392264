/** How large a drawing wants to be: its `width` and `height`, else its `viewBox`, in pixels. */
export type Size = { readonly width: number; readonly height: number }

/** Throws a RangeError when the drawing says neither. */
export function svgSize(svg: string): Size {
  const head = /<svg\b[^>]*>/.exec(svg)?.[0] ?? ''
  const number = (name: string) =>
    Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(head)?.[1])
  const [width, height] = [number('width'), number('height')]
  if (width > 0 && height > 0) return { width, height }
  const box = /\sviewBox="[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(head)
  const [boxWidth, boxHeight] = [Number(box?.[1]), Number(box?.[2])]
  if (boxWidth > 0 && boxHeight > 0) return { width: boxWidth, height: boxHeight }
  throw new RangeError('The drawing does not say how large it is.')
}
