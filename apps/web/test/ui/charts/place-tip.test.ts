import { expect, test } from 'vitest'
import { placeTip } from '../../../src/ui/charts/canvas/place-tip.ts'

const size = { width: 240, height: 120 }
/** A phone of 320 px whose chart begins 33 px from its edge and reaches far below it. */
const phone = { left: -25, right: 279, top: -100, bottom: 260 }
const placed = (x: number, y: number, side: 'beside' | 'above', room = phone) =>
  placeTip({ x, y, gap: 12, side }, size, room, 128)

test('a tip stands beside its place, on the side that has more of the chart', () => {
  const wide = { left: -100, right: 900, top: -100, bottom: 600 }
  expect(placed(100, 8, 'beside', wide)).toEqual({ left: 112, top: 8 })
  expect(placed(500, 8, 'beside', wide)).toEqual({ left: 248, top: 8 })
})

test('a tip above its place goes below it where the page ends', () => {
  expect(placed(140, 100, 'above')).toEqual({ left: 20, top: -32 })
  expect(placed(140, 10, 'above')).toEqual({ left: 20, top: 22 })
})

test.each(['beside', 'above'] as const)('a tip %s any place lies within its room', (side) => {
  for (let x = 0; x <= 256; x += 8)
    for (let y = -200; y <= 400; y += 20) {
      const { left, top } = placed(x, y, side)
      expect(left).toBeGreaterThanOrEqual(phone.left)
      expect(left + size.width).toBeLessThanOrEqual(phone.right)
      expect(top).toBeGreaterThanOrEqual(phone.top)
      expect(top + size.height).toBeLessThanOrEqual(phone.bottom)
    }
})
