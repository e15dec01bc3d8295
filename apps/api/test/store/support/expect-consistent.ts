import { expect } from 'vitest'
import type { CounterName } from '@podium/litellm-client'
import { isZero, noCounters } from '../../../src/ledger/counters.ts'
import type { Delta } from '../../../src/ledger/delta.ts'
import type { Store } from '../../../src/store/open-store.ts'
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

const shift = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Whatever was booked (on one day only): each cell is the sum of its deltas, and each rollup the sum of its part of them. */
export async function expectConsistent(store: Store, day: string): Promise<void> {
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
  const hourOf = (start: number) => start - (start % 3600)
  expect(
    sumBy(await store.teamHours(spanOf(day)), (row) => [row.teamId, row.start, row.reason]),
  ).toEqual(sumBy(placed, (row) => [row.teamId, hourOf(row.start), row.reason]))
  const byModel = (row: { teamId: string | null; model: string }) => [row.teamId, row.model]
  expect(sumBy(await store.unplacedOf([day]), byModel)).toEqual(
    sumBy(
      deltas.filter((delta) => !isPlaced(delta)),
      byModel,
    ),
  )
  const { from } = spanOf(day)
  for (const span of [
    spanOf(day),
    { from: from + 60, to: from + 86_400 },
    { from: from - 7200, to: from + 43_260 },
    { from: from + 39_660, to: from + 40_500 },
  ]) {
    const isWhole = span.to - span.from === 86_400
    const within = placed.filter(({ start }) => start >= span.from && start < span.to)
    expect(sumBy(await store.spanTotals(span), byModel)).toEqual(
      sumBy(isWhole ? deltas : within, byModel),
    )
    await expectParts(store, span)
    await expectTokens(store, span, isWhole ? deltas : within, within)
  }
  const bucketOf = (row: { model: string; start: number; width: number; reason: unknown }) => [
    row.model,
    row.start,
    row.width,
    row.reason,
  ]
  expect(sumBy(await store.modelBuckets(spanOf(day)), bucketOf)).toEqual(sumBy(placed, bucketOf))
  for (const teamId of [...new Set(placed.map((row) => row.teamId))].slice(0, 5))
    expect(sumBy(await store.teamBuckets(spanOf(day), teamId), bucketOf)).toEqual(
      sumBy(
        placed.filter((row) => row.teamId === teamId),
        bucketOf,
      ),
    )
}

/** However finely a span is cut, its parts are the whole: of all teams, and of each. */
async function expectParts(store: Store, span: { from: number; to: number }): Promise<void> {
  const totals = await store.spanTotals(span)
  const teams = [...new Set(totals.map(({ teamId }) => teamId))].slice(0, 3)
  for (const unit of ['minute', 'quarter', 'hour', 'day'] as const) {
    const ofAll = await store.parts(span, unit, 'all')
    expect(sumBy(ofAll, ({ model }) => model)).toEqual(sumBy(totals, ({ model }) => model))
    for (const teamId of teams) {
      const ofTeam = await store.parts(span, unit, { teamId })
      expect(sumBy(ofTeam, ({ model }) => model)).toEqual(
        sumBy(
          totals.filter((total) => total.teamId === teamId),
          ({ model }) => model,
        ),
      )
    }
  }
}

/** The reads of the board say the same as the rows, each in its own words. */
async function expectTokens(
  store: Store,
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
  expect(await store.watch(span, 300_000)).toBeNull()
}
