import type { Spot } from './spot.ts'

export type PlacedName = { spot: Spot; x: number; y: number }
export type Box = { left: number; right: number; top: number; bottom: number }
const lineHeight = 14
const gap = 5

/**
 * Where names of bubbles are written, beside what stands there already: each name once, at the first bubble beside which it covers no other name and the
 * middle of no other bubble. What finds no place is left to the tooltip.
 */
export function placeNames(
  spots: readonly Spot[],
  widthOf: (spot: Spot) => number,
  { area, taken: before = [] }: { area: Box; taken?: readonly Box[] },
): PlacedName[] {
  const written = new Set<string>()
  const taken = [...before]
  const placed: PlacedName[] = []
  for (const spot of spots) {
    const { label, y: price } = spot.bubble
    if (price === null || written.has(label)) continue
    const box = boxesBeside(spot, widthOf(spot)).find(
      (one) =>
        isWithin(one, area) &&
        taken.every((other) => !isOver(one, other)) &&
        spots.every((other) => other === spot || !isOver(one, coreOf(other))),
    )
    if (box === undefined) continue
    written.add(label)
    taken.push(box)
    placed.push({ spot, x: box.left, y: (box.top + box.bottom) / 2 })
  }
  return placed
}

/** Right of it, left of it, above, below. */
function boxesBeside({ x, y, r }: Spot, width: number): Box[] {
  const boxAt = (left: number, middle: number): Box => ({
    left,
    right: left + width,
    top: middle - lineHeight / 2,
    bottom: middle + lineHeight / 2,
  })
  return [
    boxAt(x + r + gap, y),
    boxAt(x - r - gap - width, y),
    boxAt(x - width / 2, y - r - lineHeight / 2 - 2),
    boxAt(x - width / 2, y + r + lineHeight / 2 + 2),
  ]
}

/** The rim of a bubble may be covered: its colour shows on the other side. */
function coreOf({ x, y, r }: Spot): Box {
  const half = Math.max(3, 0.7 * r)
  return { left: x - half, right: x + half, top: y - half, bottom: y + half }
}

const isOver = (one: Box, other: Box) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom

const isWithin = (one: Box, { left, right, top, bottom }: Box) =>
  one.left >= left && one.right <= right && one.top >= top && one.bottom <= bottom
