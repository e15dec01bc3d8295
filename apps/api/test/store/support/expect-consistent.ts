import { SumMeasure } from '@podium/contracts'
import { expect, inject } from 'vitest'
import type { CounterName } from '@podium/litellm-client'
import { isZero, noCounters, sum } from '../../../src/domain/counters.ts'
import { amountOf } from '../../../src/domain/measure.ts'
import type { Delta } from '../../../src/ledger/delta.ts'
import type { TestStore } from '../../support/connect-test-store.ts'
import { sumBy } from './bookings.ts'

const isPlaced = (delta: Delta) => delta.width < 1440
const spanOf = (day: string) => {
  const from = Date.parse(`${day}T00:00:00Z`) / 1000
  return { from, to: from + 86_400 }
}

const tokenNames = ['promptTokens', 'completionTokens', 'requests'] as const
const dayNames = [...tokenNames, 'successes', 'failures'] as const

/** Nothing but these counters. */
function only<Name extends CounterName, Row extends { counters: Record<Name, number> }>(
  names: readonly Name[],
  row: Row,
) {
  const counters = { ...noCounters }
  for (const name of names) counters[name] = row.counters[name]
  return { ...row, counters }
}

/** In the short form a third of them in turns: each with every unit, in every span and of every team. */
const measuresIn = (turn: number) =>
  SumMeasure.options.filter((_, index) => inject('isDeep') || index % 3 === turn % 3)

const shift = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Whatever was booked (on one day only): each cell is the sum of its deltas, and each rollup the sum of its part of them. */
export async function expectConsistent(store: TestStore, day: string): Promise<void> {
  const range = { from: day, to: day }
  const deltas = await store.deltas(day)
  const placed = deltas.filter(isPlaced)
  expect(deltas.filter(({ counters }) => isZero(counters))).toEqual([])

  expect(
    sumBy(await store.cellTotals(range), ({ teamId, model, key }) => [teamId, model, key]),
  ).toEqual(sumBy(deltas, ({ teamId, model, key }) => [teamId, model, key]))
  const tokens = (await store.cellTotals(range)).map((cell) => only(tokenNames, cell))
  expect((await store.cellTokens(range)).map((cell) => only(tokenNames, cell))).toEqual(tokens)
  expect(sumBy(await store.teamTotals(range), (row) => row.teamId)).toEqual(
    sumBy(deltas, (row) => row.teamId),
  )
  const ofDays = await store.teamDays(range)
  expect(new Set(ofDays.map(({ teamId }) => teamId)).size).toBe(ofDays.length)
  expect(
    sumBy(
      ofDays.map((row) => only(dayNames, row)),
      (row) => [row.teamId, row.day],
    ),
  ).toEqual(
    sumBy(
      deltas.map((row) => only(dayNames, row)),
      (row) => [row.teamId, row.day],
    ),
  )
  const wide = { from: shift(day, -40), to: shift(day, 40) }
  for (const days of [range, wide])
    expect(sumBy(await store.matrix(days), (row) => [row.teamId, row.model])).toEqual(
      sumBy(deltas, (row) => [row.teamId, row.model]),
    )
  expect(sumBy(await store.placement(range), (row) => [row.day, row.reason])).toEqual(
    sumBy(deltas, (row) => [row.day, row.reason]),
  )
  const byTeamModel = (row: { teamId: string | null; model: string }) => [row.teamId, row.model]
  expect(sumBy(await store.unplacedOf([day]), byTeamModel)).toEqual(
    sumBy(
      deltas.filter((delta) => !isPlaced(delta)),
      byTeamModel,
    ),
  )
  const { from } = spanOf(day)
  const spans = [
    spanOf(day),
    { from: from + 60, to: from + 86_400 },
    { from: from - 7200, to: from + 43_260 },
    { from: from + 39_660, to: from + 40_500 },
  ]
  for (const [turn, span] of spans.entries()) {
    const isWhole = span.to - span.from === 86_400
    const within = placed.filter(({ start }) => start >= span.from && start < span.to)
    expect(sumBy(await store.spanTotals(span), byTeamModel)).toEqual(
      sumBy(isWhole ? deltas : within, byTeamModel),
    )
    expect(sumBy(await store.spanTotalsOfTeams(span), (row) => row.teamId)).toEqual(
      sumBy(isWhole ? deltas : within, (row) => row.teamId),
    )
    await expectParts(store, span, turn)
    await expectTokens(store, span, isWhole ? deltas : within, within)
  }
  await expectBuckets(store, spanOf(day), placed)
}

/** What was placed is where it was placed: of all teams, and of each. */
async function expectBuckets(
  store: TestStore,
  span: { from: number; to: number },
  placed: readonly Delta[],
): Promise<void> {
  const teams = [...new Set(placed.map((row) => row.teamId))].slice(0, 5)
  const each = ['all' as const, ...teams.map((teamId) => ({ teamId }))]
  for (const [turn, whose] of each.entries()) {
    const own = placed.filter((row) => whose === 'all' || row.teamId === whose.teamId)
    for (const [at, unit] of (['minute', 'quarter', 'hour'] as const).entries())
      for (const measure of measuresIn(turn + at)) {
        const parts = await store.timeSlices(span, { unit, whose, measure, byModel: true })
        const isCoarse = unit === 'hour' || (unit === 'quarter' && whose === 'all')
        const width = isCoarse ? (unit === 'hour' ? 60 : 15) : 1
        expect(sumAmounts(parts.filter(({ isPlaced }) => isPlaced))).toEqual(
          sumAmounts(
            own.map((row) => ({
              model: row.model,
              width: Math.max(row.width, width),
              start: row.start - (row.start % (width * 60)),
              amount: amountOf(measure, row.counters),
            })),
          ),
        )
      }
  }
  const requestsOf = ({ model, start, width }: Delta) => `${model} ${start} ${width}`
  for (const teamId of teams.filter((id) => id !== null)) {
    const seen = await store.teamRequests(span, teamId)
    const own = Map.groupBy(
      placed.filter((row) => row.teamId === teamId),
      requestsOf,
    )
    expect(
      new Map(seen.map(({ model, start, width, ...row }) => [`${model} ${start} ${width}`, row])),
    ).toEqual(
      new Map(
        [...own].map(([name, rows]) => {
          const { requests, successes } = sum(rows.map(({ counters }) => counters))
          return [name, { requests, successes }]
        }),
      ),
    )
  }
}

type Piece = { model: string | null; start: number; width: number; amount: number }

/** By model, start and width; nothing is left out. */
function sumAmounts(pieces: readonly Piece[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { model, start, width, amount } of pieces) {
    const name = JSON.stringify([model, start, width])
    sums.set(name, (sums.get(name) ?? 0) + amount)
  }
  return Object.fromEntries([...sums].filter(([, total]) => total !== 0))
}

/** However finely a span is cut, its parts are the whole: of all teams, and of each. */
async function expectParts(
  store: TestStore,
  span: { from: number; to: number },
  turn: number,
): Promise<void> {
  const totals = await store.spanTotals(span)
  const teams = [...new Set(totals.map(({ teamId }) => teamId))].slice(0, 3)
  for (const [at, unit] of (['minute', 'quarter', 'hour', 'day'] as const).entries())
    for (const measure of measuresIn(turn + at))
      for (const whose of ['all' as const, ...teams.map((teamId) => ({ teamId }))]) {
        const asked = { unit, whose, measure }
        const parts = await store.timeSlices(span, { ...asked, byModel: true })
        const together = await store.timeSlices(span, { ...asked, byModel: false })
        const whole = totals.filter((total) => whose === 'all' || total.teamId === whose.teamId)
        expect(byModel(parts)).toEqual(
          byModel(
            whole.map(({ model, counters }) => ({ model, amount: amountOf(measure, counters) })),
          ),
        )
        expect(byTime(together)).toEqual(byTime(parts))
      }
  await expectSteps(store, span, totals)
}

/** So are the steps of each team and model, and no step ends before what is in it. */
async function expectSteps(
  store: TestStore,
  span: { from: number; to: number },
  totals: Awaited<ReturnType<TestStore['spanTotals']>>,
): Promise<void> {
  const byPair = ({ teamId, model }: { teamId: string | null; model: string }) => [teamId, model]
  const teamIds = [...new Set(totals.map(({ teamId }) => teamId))].slice(0, 2)
  for (const [unit, step] of [
    ['minute', 900],
    ['hour', 7200],
    ['day', 86_400],
    ['day', 4 * 86_400],
  ] as const) {
    const steps = await store.teamModelSteps(span, { unit, step, teamIds: null })
    expect(sumBy(steps, byPair)).toEqual(sumBy(totals, byPair))
    for (const { ends, isPlaced } of steps) {
      expect(ends % (isPlaced ? step : 86_400)).toBe(0)
      expect(ends).toBeGreaterThan(span.from)
    }
    const some = await store.teamModelSteps(span, { unit, step, teamIds })
    const own = totals.filter(({ teamId }) => teamIds.includes(teamId))
    expect(sumBy(some, byPair)).toEqual(sumBy(own, byPair))
  }
}

type Amount = { model: string | null; amount: number }

function byModel(pieces: readonly Amount[]): Record<string, number> {
  return sumAmounts(pieces.map((piece) => ({ ...piece, start: 0, width: 0 })))
}

/** Quarters are cut finer where nobody asks for models. */
function byTime(pieces: readonly (Amount & { start: number })[]): Record<string, number> {
  return sumAmounts(
    pieces.map(({ start, amount }) => ({
      ...{ model: null, start: start - (start % 900), width: 0, amount },
    })),
  )
}

/** The reads of the board say the same as the rows, each in its own words. */
async function expectTokens(
  store: TestStore,
  span: { from: number; to: number },
  all: readonly Delta[],
  placed: readonly Delta[],
): Promise<void> {
  const tokens = ({ counters }: Delta) => counters.promptTokens + counters.completionTokens
  const total = (deltas: readonly Delta[]) => deltas.reduce((sum, each) => sum + tokens(each), 0)
  const models = [...new Set(all.map(({ model }) => model))]
  for (const chosen of [null, models]) {
    const minutes = await store.teamMinutes(span, chosen)
    expect(minutes.reduce((sum, row) => sum + row.tokens, 0)).toBe(total(placed))
    const days = await store.teamSparks(span, 'day', chosen)
    if (span.to - span.from === 86_400)
      expect(days.reduce((sum, row) => sum + row.tokens, 0)).toBe(total(all))
    if (span.from % 3600 === 0 && span.to % 3600 === 0) {
      const hours = await store.teamSparks(span, 'hour', chosen)
      expect(hours.reduce((sum, row) => sum + row.tokens, 0)).toBe(total(placed))
    }
  }
  const teamId = all.find((delta) => delta.teamId !== null)?.teamId ?? ''
  const ofTeam = all.filter((delta) => delta.teamId === teamId)
  const byCell = ({ model, key }: { model: string; key: string }) => [model, key]
  expect(sumBy(await store.teamCells(span, teamId), byCell)).toEqual(sumBy(ofTeam, byCell))
  expect(await store.pollCoverage(span, 300_000)).toBeNull()
}
