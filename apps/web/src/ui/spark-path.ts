type Point = { x: number; y: number }

/** A line from zero to the highest value; it breaks where a value is not known. */
export function sparkPath(
  values: readonly (number | null)[],
  width: number,
  height: number,
): { d: string; last: Point | undefined } {
  const pad = 2
  const top = Math.max(0, ...values.map((value) => value ?? 0))
  const step = width / Math.max(1, values.length - 1)
  let d = ''
  let last: Point | undefined
  let isDrawing = false
  values.forEach((value, index) => {
    if (value === null) {
      isDrawing = false
      return
    }
    const share = top === 0 ? 0 : value / top
    last = { x: round(index * step), y: round(height - pad - share * (height - 2 * pad)) }
    // A point between two gaps is drawn as a dot: a line of no length with round ends.
    d += isDrawing ? `L${last.x} ${last.y}` : `M${last.x} ${last.y}h0`
    isDrawing = true
  })
  return { d, last }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
