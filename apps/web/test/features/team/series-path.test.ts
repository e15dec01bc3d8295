import { expect, test } from 'vitest'
import { seriesPath, sumOfLines } from '../../../src/features/team/series-path.ts'

const box = { width: 30, height: 10, top: 10 }

test('line and area break where a value is not known', () => {
  expect(seriesPath([0, 10, null, 5], box)).toEqual({
    line: 'M0 10L10 0h0M30 5h0',
    area: 'M0 10L0 10L10 0L10 10ZM30 10L30 5L30 10Z',
  })
})

test('a bucket that no line knows stays unknown, and is not nothing', () => {
  expect(sumOfLines([{ placed: [1, null, null] }, { placed: [2, 3, null] }], 3)).toEqual([
    3,
    3,
    null,
  ])
})
