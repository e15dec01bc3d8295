type Frame = { height: number; labelHeight: number }

/** Where names stand that belong to these heights: in the same order, none over another, none outside the picture. */
export function labelPlaces(ends: readonly number[], { height, labelHeight }: Frame): number[] {
  const order = ends.map((y, index) => ({ y, index })).toSorted((one, other) => one.y - other.y)
  let free = 0
  const down = order.map(({ y, index }) => {
    const place = Math.max(y, free)
    free = place + labelHeight
    return { place, index }
  })
  // What was pushed out below pushes those above it up again.
  let floor = height
  const places = new Array<number>(ends.length).fill(0)
  for (const { place, index } of down.toReversed()) {
    const settled = Math.min(place, floor)
    floor = settled - labelHeight
    places[index] = settled
  }
  return places
}
