import { expect, test } from 'vitest'
import { mostPoints, planRace } from '../../../src/analytics/race/plan-race.ts'
import { runRace } from '../../../src/analytics/race/run-race.ts'
import { counted, terms } from '../../support/traffic.ts'

const hour = 3600
const start = Date.parse('2026-11-21T00:00:00Z') / 1000

test.each([1 / 60, 0.5, 1, 2, 3, 8, 24, 25, 48, 7 * 24, 30 * 24, 400 * 24])(
  'a race of %s hours has moments that follow each other, of the whole span and not too many',
  (length) => {
    for (const isOfAll of [false, true])
      for (const offset of [0, 23 * 60, 5.5 * hour]) {
        const span = { from: start + offset, to: start + offset + Math.round(length * 60) * 60 }
        const { at, step, unit } = planRace(span, isOfAll)
        expect(at.length).toBeLessThanOrEqual(mostPoints)
        expect([at.at(0), at.at(-1)]).toEqual([span.from, span.to])
        expect(at).toEqual([...new Set(at)].toSorted((a, b) => a - b))
        expect(at.slice(1, -1).filter((each) => each % step !== 0)).toEqual([])
        expect(step % { minute: 60, hour, day: 24 * hour }[unit]).toBe(0)
      }
  },
)

const step = (teamId: string, ends: number, promptTokens: number, isPlaced = true) => ({
  ...{ teamId, model: 'm', ends: start + ends, isPlaced },
  counters: counted({ promptTokens, successes: 1 }),
})

test('a value is the sum until then; what has no known time joins when its day is over', () => {
  const at = [start, start + hour, start + 24 * hour, start + 30 * hour]
  const steps = [
    step('a', 600, 1),
    step('a', hour, 2),
    step('b', hour + 1, 4),
    step('a', 24 * hour, 100, false),
    step('b', 48 * hour, 1000, false),
  ]
  const points = [...runRace({ measure: 'tokens', at, steps, termsOf: terms() })]
  expect(points.map(({ values }) => [...values])).toEqual([
    [],
    [['a', 3]],
    [
      ['a', 103],
      ['b', 4],
    ],
    [
      ['a', 103],
      ['b', 1004],
    ],
  ])
  expect(points.map(({ untimed }) => [...untimed])).toEqual([[], [], ['a'], ['b']])
})
