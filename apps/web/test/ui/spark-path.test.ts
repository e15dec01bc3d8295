import { expect, test } from 'vitest'
import { sparkPath } from '../../src/ui/spark-path.ts'

test('the line breaks where a value is not known, and a lone value is a dot', () => {
  expect(sparkPath([0, 10, null, 5], 90, 24)).toEqual({
    d: 'M0 22h0L30 2M90 12h0',
    last: { x: 90, y: 12 },
  })
})

test('without a value there is no line', () => {
  expect(sparkPath([null, null], 90, 24)).toEqual({ d: '', last: undefined })
  expect(sparkPath([0, 0], 90, 24).d).toBe('M0 22h0L90 22')
})
