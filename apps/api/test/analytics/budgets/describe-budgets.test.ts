import { expect, test } from 'vitest'
import { periodStart } from '../../../src/analytics/budgets/budget-period.ts'
import { describeBudgets } from '../../../src/analytics/budgets/describe-budgets.ts'

const now = Date.parse('2026-11-21T12:00:00Z')

test.each([
  ['1d', '2026-11-22T00:00:00Z', '2026-11-21T00:00:00Z'],
  ['7d', '2026-11-23T00:00:00Z', '2026-11-16T00:00:00Z'],
  ['2w', '2026-11-23T00:00:00Z', '2026-11-09T00:00:00Z'],
  ['90m', '2026-11-21T13:00:00Z', '2026-11-21T11:30:00Z'],
  ['30d', '2026-11-30T09:00:00Z', '2026-10-31T09:00:00Z'],
  ['30d', '2026-12-01T00:00:00Z', '2026-11-01T00:00:00Z'],
  ['1mo', '2027-03-31T06:00:00Z', '2027-02-28T06:00:00Z'],
  ['2mo', '2027-01-15T00:00:00Z', '2026-11-15T00:00:00Z'],
])('a period of %s that ends at %s began at %s', (period, resetsAt, start) => {
  expect(periodStart(period, Date.parse(resetsAt))).toBe(Date.parse(start))
})

test.each(['', '0d', 'monthly', '30', '1y', '99999d'])('nobody knows when "%s" began', (period) => {
  expect(periodStart(period, now)).toBeNull()
})

const team = (
  name: string,
  spendUsd: number | null,
  maxBudgetUsd: number | null,
  more: { duration?: string; resets?: string; perMinute?: number; gone?: boolean } = {},
) => ({
  name: { id: `t_${name}`, name, gone: more.gone ?? false, mark: 0 },
  budget: {
    ...{ spendUsd, maxBudgetUsd },
    budgetDuration: more.duration ?? null,
    budgetResetAt: more.resets ?? null,
  },
  usdPerMinute: more.perMinute ?? null,
})
const day = { duration: '1d', resets: '2026-11-22T00:00:00' }
const told = (...teams: Parameters<typeof describeBudgets>[0]) => describeBudgets(teams, now)

test('the pace of the last minutes says how long a budget lasts, else that of its period', () => {
  const [row] = told(team('a', 6, 10, { ...day, perMinute: 0.1 }))
  expect(row).toMatchObject({ used: 0.6, elapsed: 0.5, pace: 1.2, end_usd: 12 })
  expect(row?.runway_minutes).toBeCloseTo(40, 9)
  expect(row?.runway_from).toBe('minutes')
  const [quiet] = told(team('a', 6, 10, { ...day, perMinute: 0 }))
  expect(quiet).toMatchObject({ runway_minutes: 480, runway_from: 'period' })
})

test('early in a period, without one or without spending there is no pace', () => {
  const [early] = told(team('a', 1, 10, { duration: '1d', resets: '2026-11-22T11:00:00Z' }))
  expect(early).toMatchObject({ pace: null, end_usd: null, runway_from: 'period' })
  expect(early?.elapsed).toBeCloseTo(1 / 24, 12)
  expect(told(team('a', 1, 10))[0]).toMatchObject({
    ...{ used: 0.1, elapsed: null, pace: null, runway_minutes: null, runway_from: null },
  })
  expect(told(team('a', null, 10, day))[0]).toMatchObject({ used: null, pace: null, end_usd: null })
  expect(told(team('a', 0, 10, day))[0]).toMatchObject({
    pace: 0,
    runway_minutes: null,
    end_usd: 0,
  })
})

test('the soonest end is first; who has no limit or is gone is not told', () => {
  const rows = told(
    team('slow', 1, 10, { ...day, perMinute: 0.001 }),
    team('still', 0, 10, day),
    team('over', 12, 10, { ...day, perMinute: 0.1 }),
    team('fast', 9, 10, { ...day, perMinute: 0.1 }),
    team('free', 5, null, day),
    team('away', 5, 10, { ...day, gone: true }),
    team('nothing', 0, 0, day),
  )
  expect(rows.map(({ team: { name } }) => name)).toEqual([
    'over',
    'fast',
    'slow',
    'nothing',
    'still',
  ])
  expect(rows[0]).toMatchObject({ used: 1.2, runway_minutes: 0 })
})
