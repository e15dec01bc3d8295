import { Board, Hours, Matrix, Models, SeriesAnswer, Status, UsageAnswer } from '@podium/contracts'
import { describe, expect, test } from 'vitest'
import { dashboardTeam } from '../../../src/analytics/team-names.ts'
import { publicIds } from '../../support/asked.ts'
import { keepStore } from '../../support/keep-store.ts'
import { openTestStore } from '../../support/open-test-store.ts'
import { testApp } from '../../support/test-app.ts'
import { watchGateway } from '../../support/watched-gateway.ts'

const minuteMs = 60_000
/** A day of traffic before anybody watches: the first poll comes at three in the morning in Berlin. */
const startsAt = Date.parse('2026-11-20T00:00:00Z')
const firstPoll = Date.parse('2026-11-21T02:00:00Z')
/** Polls by the minute, and none for fifty of them. */
const polls = [0, 1, 2, 3, 4, 55, 56, 57, 58, 59, 60]

const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland']
const ranges = ['1h', '24h', 'today', '30d']
const asked = zones.flatMap((tz) => ranges.map((range) => ({ tz, range })))
const encode = encodeURIComponent

async function live() {
  const watched = await watchGateway({
    ...{ profile: '1.109', seed: 11, startsAt, historyDays: 1, teams: 6, load: 0.3 },
  })
  watched.moveTo(firstPoll)
  await watched.pollTeams()
  await watched.pollPrices()
  for (const minute of polls) {
    watched.moveTo(firstPoll + 5000 + minute * minuteMs)
    await watched.pollActivity()
  }
  await watched.store.lease.release()
  return {
    kept: keepStore(watched.store.path),
    endsAt: watched.now(),
    gateway: watched.simulator.truth.readable().map(({ date, teamId, ...row }) => ({
      ...{ date, teamId },
      tokens: row.promptTokens + row.completionTokens,
    })),
  }
}

/** It is the same for each test. */
let life: ReturnType<typeof live> | undefined

async function podium() {
  const { kept, endsAt, gateway } = await (life ??= live())
  const now = () => endsAt
  const { get } = await testApp({ store: await openTestStore(now, kept), now })
  return {
    gateway,
    ask: async <Answer>(path: string, schema: { parse: (answer: unknown) => Answer }) => {
      const response = await get(path)
      expect(response.status, path).toBe(200)
      return schema.parse(await response.json())
    },
  }
}

type Row = Awaited<ReturnType<typeof podium>>['gateway'][number]

function tokensOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { tokens }) => sum + tokens, 0)
}

const isDashboard = ({ teamId }: Row) => teamId === dashboardTeam

describe('the same traffic, seen in several zones', () => {
  test('what is counted, uncertain and outside is the gateway’s traffic', async () => {
    const { ask, gateway } = await podium()
    const all = tokensOf(gateway.filter((row) => !isDashboard(row)))
    for (const of of asked) {
      const zone = `range=${of.range}&tz=${encode(of.tz)}`
      const board = await ask(`/api/v1/board?${zone}`, Board)
      const nobody = await ask(`/api/v1/board?${zone}&team=unassigned`, Board)
      const { from, to } = board.window
      let tokens = (board.window.uncertain?.tokens ?? 0) + (nobody.window.uncertain?.tokens ?? 0)
      for (const [start, end] of [
        ['2026-10-01', from],
        [from, to],
      ] as const) {
        const query = `from=${start}&to=${end}&tz=${encode(of.tz)}`
        const part = await ask(`/api/v1/board?${query}`, Board)
        tokens += part.totals.tokens + part.left_out.unassigned.tokens
      }
      expect(tokens, zone).toBe(all)
    }
  })

  test('every answer counts the same', async () => {
    const { ask } = await podium()
    for (const { tz, range } of asked) {
      const zone = `range=${range}&tz=${encode(tz)}&basis=auto`
      const board = await ask(`/api/v1/board?${zone}`, Board)
      const { tokens } = board.totals
      const models = await ask(`/api/v1/models?${zone}`, Models)
      const matrix = await ask(`/api/v1/matrix?${zone}`, Matrix)
      const hours = await ask(`/api/v1/hours?${zone}`, Hours)
      const sum = (cells: readonly (readonly (number | null)[])[]) =>
        cells.flat().reduce<number>((total, cell) => total + (cell ?? 0), 0)
      expect(models.totals.tokens).toBe(tokens)
      expect(sum(matrix.cells)).toBe(tokens)
      expect(sum(hours.cells) + hours.unplaced_total).toBe(tokens)
      for (const by of ['team', 'model', 'provider', 'none']) {
        const series = await ask(`/api/v1/series?${zone}&by=${by}&top=2`, SeriesAnswer)
        expect(series.lines.reduce((total, line) => total + (line.total ?? NaN), 0)).toBe(tokens)
        expect(series.all.total).toBe(tokens)
        expect(series.balance).toMatchObject({
          ...{ apart: 0, uncertain: board.window.uncertain?.tokens ?? 0 },
          whole: tokens + series.balance.unassigned + series.balance.dashboard,
        })
        expect(series.left_out).toEqual(board.left_out)
        const usage = await ask(`/api/v1/usage?${zone}&by=${by}&top=2`, UsageAnswer)
        expect(usage.totals.usage).toEqual(board.totals)
        expect(usage.rows.reduce((total, row) => total + row.usage.tokens, 0)).toBe(tokens)
        expect(usage.window).toEqual(board.window)
        expect(usage.left_out).toEqual(board.left_out)
        for (const { apart, uncertain, measure } of Object.values(usage.balance)) {
          expect(apart, measure).toBe(0)
          if (measure === 'tokens') expect(uncertain).toBe(board.window.uncertain?.tokens ?? 0)
        }
      }
      for (const answer of [models, matrix, hours]) {
        expect(answer.window).toEqual(board.window)
        expect(answer.left_out).toEqual(board.left_out)
        expect(answer.balance).toMatchObject({ measure: 'tokens', apart: 0 })
        expect(answer.balance.shown + answer.balance.no_known_time).toBe(tokens)
      }
    }
  })

  test('of whole UTC days, the board and what is left out are the gateway’s days', async () => {
    const { ask, gateway } = await podium()
    for (const tz of zones) {
      const query = `range=7d&tz=${encode(tz)}&basis=days`
      const { window, totals, left_out: left } = await ask(`/api/v1/board?${query}`, Board)
      expect(window).toMatchObject({ basis: 'days', tz: 'UTC', uncertain: null })
      const all = totals.tokens + left.unassigned.tokens + left.dashboard.tokens
      expect(all, tz).toBe(tokensOf(gateway))
      const { balance } = await ask(`/api/v1/usage?${query}`, UsageAnswer)
      expect(balance.tokens).toMatchObject({ whole: all, shown: totals.tokens, uncertain: 0 })
    }
    const { days } = await ask('/api/v1/status', Status)
    for (const { day, total, left_out: left } of days) {
      const teams = tokensOf(
        gateway.filter((row) => row.date === day && row.teamId !== '' && !isDashboard(row)),
      )
      const all = teams + left.unassigned.tokens + left.dashboard.tokens
      expect(all, day).toBe(total.tokens)
    }
  })
})

describe('today in Berlin, where Podium first started at three in the morning', () => {
  const today = 'range=today&tz=Europe/Berlin'
  const leaderOf = (gateway: readonly Row[]) => {
    const sums = Map.groupBy(
      gateway.filter((row) => row.date === '2026-11-21' && row.teamId !== ''),
      ({ teamId }) => teamId,
    )
    const [first] = [...sums]
      .filter(([id]) => id !== dashboardTeam)
      .toSorted(([, a], [, b]) => tokensOf(b) - tokensOf(a))
    return publicIds.team(first?.[0] ?? '')
  }

  test('counts all of the UTC day, what came before the first poll and in the gap included', async () => {
    const { ask, gateway } = await podium()
    const board = await ask(`/api/v1/board?${today}`, Board)
    const day = tokensOf(gateway.filter((row) => row.date === '2026-11-21' && !isDashboard(row)))
    expect(board.totals.tokens + board.left_out.unassigned.tokens).toBe(day)
    expect(board.rows[0]?.team.id).toBe(leaderOf(gateway))
    expect(board.window.basis).toBe('minutes')
    expect(board.window.uncertain?.days).toEqual(['2026-11-20'])
    expect(board.window.uncertain?.share).toBeGreaterThan(0.5)
  })

  test('shows whole UTC days to whom too much would be uncertain, with the same leader', async () => {
    const { ask, gateway } = await podium()
    const board = await ask(`/api/v1/board?${today}&basis=auto`, Board)
    expect(board.window).toMatchObject({
      ...{ basis: 'days', uncertain: null, from: '2026-11-21T00:00:00.000Z' },
    })
    expect(board.rows[0]?.team.id).toBe(leaderOf(gateway))
  })

  test('a team of which something is uncertain is never idle', async () => {
    const { ask, gateway } = await podium()
    const board = await ask(`/api/v1/board?range=1h&tz=Europe/Berlin`, Board)
    const seen = new Set(gateway.map(({ teamId }) => publicIds.team(teamId)))
    expect(board.idle.filter(({ id }) => seen.has(id))).toEqual([])
  })
})

test('traffic without a team is shown by its name, and never ranked', async () => {
  const { ask, gateway } = await podium()
  const board = await ask('/api/v1/board?range=7d&team=unassigned', Board)
  expect(board.rows).toEqual([])
  const tokens = tokensOf(gateway.filter(({ teamId }) => teamId === ''))
  expect(tokens).toBeGreaterThan(0)
  expect(board.unranked.map(({ team, usage }) => [team.id, usage.tokens])).toEqual([
    ['unassigned', tokens],
  ])
  expect(board.totals.tokens).toBe(tokens)
  expect(board.left_out.unassigned.tokens).toBe(0)
})
