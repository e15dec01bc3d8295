import { expect, test } from 'vitest'
import { placeNames } from '../../../src/ui/charts/canvas/bubble-names.ts'
import type { Spot } from '../../../src/ui/charts/canvas/spot.ts'
import { othersLook } from '../../../src/ui/charts/series-looks.ts'

const area = { left: 0, right: 400, top: 0, bottom: 200 }
const spot = (
  label: string,
  x: number,
  y: number,
  { r = 10, price = 1 }: { r?: number; price?: number | null } = {},
) => ({
  bubble: {
    key: `${label} ${x}`,
    label,
    look: othersLook,
    x,
    y: price,
    size: 1,
    isOwn: false,
    facts: [],
  },
  x,
  y,
  r,
})
const width = () => 60
const placed = (spots: readonly Spot[], taken: Parameters<typeof placeNames>[2]['taken'] = []) =>
  placeNames(spots, width, { area, taken }).map(({ spot: { bubble }, x, y }) => [bubble.key, x, y])

test('a name stands right of its bubble, and left of it at the edge', () => {
  expect(placed([spot('Lions', 100, 100), spot('Goats', 380, 100)])).toEqual([
    ['Lions 100', 115, 100],
    ['Goats 380', 305, 100],
  ])
})

test('a name covers neither another name nor the middle of a bubble', () => {
  expect(placed([spot('Lions', 100, 100), spot('Goats', 140, 100)])).toEqual([
    ['Lions 100', 25, 100],
    ['Goats 140', 155, 100],
  ])
  // Right, left and above there is something: below there is room.
  const around = [spot('', 140, 100), spot('', 60, 100), spot('', 100, 80)]
  const [, ...other] = placed([spot('Lions', 100, 100), ...around])
  expect(placed([spot('Lions', 100, 100), ...around])[0]).toEqual(['Lions 100', 70, 119])
  expect(other.length).toBeLessThanOrEqual(1)
})

test('a name is written once, beside the first bubble that has room for it', () => {
  expect(placed([spot('Lions', 100, 100), spot('Lions', 300, 50)])).toEqual([
    ['Lions 100', 115, 100],
  ])
  const full = [{ left: 0, right: 250, top: 0, bottom: 200 }]
  expect(placed([spot('Lions', 100, 100), spot('Lions', 300, 50)], full)).toEqual([
    ['Lions 300', 315, 50],
  ])
})

test('what has no price is on a strip of its own, without names', () => {
  expect(placed([spot('Lions', 100, 100, { price: null })])).toEqual([])
})
