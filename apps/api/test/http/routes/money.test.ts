import { Board, Matrix, Models, SeriesAnswer, Status } from '@podium/contracts'
import { expect, test } from 'vitest'
import { teamFamilies } from '../../../src/telemetry/team-families.ts'
import { publicIds } from '../../support/asked.ts'
import { livePodium } from '../../support/live-podium.ts'

const startsAt = Date.parse('2026-11-20T00:00:00Z')

const watch = () => livePodium({ startsAt, minutes: 12 })

/** Every amount of dollars in an answer. */
function dollarsIn(value: unknown, name = ''): number[] {
  if (typeof value === 'number') return /usd$|^spend$/.test(name) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([each, part]) =>
    // A ratio is no amount.
    each === 'output_per_usd' ? [] : dollarsIn(part, Array.isArray(value) ? name : each),
  )
}

const isTold = (usd: number) => usd === Number(usd.toFixed(9))

test('every amount that is told has nine decimals at most, and no binary tail', async () => {
  const live = await watch()
  const answers = await Promise.all([
    live.ask('/api/v1/board?measure=spend', Board),
    live.ask('/api/v1/models', Models),
    live.ask('/api/v1/status', Status),
  ])
  const amounts = answers.flatMap((answer) => dollarsIn(answer))
  const { lines } = await live.ask(
    '/api/v1/series?measure=spend&bucket=minute&cumulative=true',
    SeriesAnswer,
  )
  const points = lines.flatMap(({ placed, values, total }) =>
    [total, ...placed, ...values].map((point) => point ?? 0),
  )
  const { cells } = await live.ask('/api/v1/matrix?measure=spend', Matrix)
  const all = [...amounts, ...points, ...cells.flat().map((cell) => cell ?? 0)]
  expect(all.filter((usd) => usd !== 0).length).toBeGreaterThan(50)
  expect(all.filter((usd) => !isTold(usd))).toEqual([])
})

test('files and metrics tell the same decimals', async () => {
  const live = await watch()
  const csv = await (await live.get('/api/v1/export/board.csv?measure=spend')).text()
  const [head = '', ...rows] = csv.trim().split('\r\n')
  const column = head.split(',').indexOf('spend_usd')
  const told = rows.map((row) => Number(row.split(',')[column]))
  const { rows: ranked } = await live.ask('/api/v1/board?measure=spend', Board)
  const shown = ranked.flatMap(({ usage }) => usage.spend_usd ?? [])
  expect(told).toEqual(expect.arrayContaining(shown))
  expect(shown.filter((usd) => usd > 0).length).toBeGreaterThan(3)
  const families = await teamFamilies({ store: live.store, publicIds }, '2026-11-20')
  const spend = families.find(({ name }) => name === 'podium_team_day_spend_dollars')
  expect(spend?.samples.map(({ value }) => value)).toEqual(expect.arrayContaining(shown))
})

test('placed and not placed together are the day to a billionth of a dollar, and the board is the gateway’s rows', async () => {
  const live = await watch()
  const { days } = await live.ask('/api/v1/status', Status)
  const [today] = days
  const { totals, unassigned } = await live.ask(
    '/api/v1/board?from=2026-11-20&to=2026-11-21',
    Board,
  )
  const truth = live.truth.reduce((sum, row) => sum + row.spend, 0)
  const parts = Object.values(today?.not_placed ?? {}).reduce(
    (sum, part) => sum + part.spend_usd,
    0,
  )
  const together = (today?.placed.spend_usd ?? Number.NaN) + parts
  expect(Math.abs(together - (today?.total.spend_usd ?? Number.NaN))).toBeLessThan(1.01e-9)
  expect(
    Math.abs((totals.spend_usd ?? Number.NaN) + (unassigned?.spend_usd ?? 0) - truth),
  ).toBeLessThan(2.01e-9)
})
