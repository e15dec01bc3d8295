import { expect, test } from 'vitest'
import { placeLabels, roomOfLabels } from '../../../src/ui/charts/canvas/hole-labels.ts'

const plot = { left: 50, right: 350 }

test('a label stands over the middle of its hole, and within the chart', () => {
  expect(placeLabels([{ left: 190, right: 210 }], [80], plot)).toEqual([160])
  expect(placeLabels([{ left: 50, right: 60 }], [80], plot)).toEqual([50])
  expect(placeLabels([{ left: 340, right: 350 }], [80], plot)).toEqual([270])
  expect(placeLabels([{ left: 60, right: 340 }], [301], plot)).toEqual([null])
})

test('of labels that would cover each other that of the wider hole is written', () => {
  const spans = [
    { left: 100, right: 110 },
    { left: 120, right: 160 },
    { left: 300, right: 310 },
  ]
  expect(placeLabels(spans, [80, 80, 80], plot)).toEqual([null, 100, 265])
})

test('as much room is kept as the longest label has lines', () => {
  const hole = { from: 0, to: 1, label: '', reason: 'nobody watched' }
  expect(roomOfLabels()).toBe(0)
  expect(roomOfLabels([{ ...hole, reason: '' }])).toBe(0)
  expect(roomOfLabels([hole, { ...hole, label: '199 k' }])).toBe(2 * roomOfLabels([hole]) - 4)
})
