import { Board, BoardMeasure, NextLever, Problem, TeamDetail, Teams } from '@podium/contracts'
import type { BoardRow } from '@podium/contracts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { livePodium } from '../../support/live-podium.ts'
import { publicIds } from '../../support/asked.ts'

const startsAt = Date.parse('2026-11-20T23:30:00Z')

/** Across midnight, so that a part of the traffic is of a day that is only partly in most windows. */
async function podium() {
  const live = await livePodium({ startsAt, minutes: 50 })
  const tokens = live.truth.map((row) => ({
    ...row,
    tokens: row.promptTokens + row.completionTokens,
  }))
  const count = (keep: (row: (typeof tokens)[number]) => boolean) =>
    tokens.filter(keep).reduce((sum, row) => sum + row.tokens, 0)
  return { ...live, count }
}

describe('the board', () => {
  it('of whole days is what the gateway counted, and its rows add up to its totals', async () => {
    const { ask, count } = await podium()
    const board = await ask('/api/v1/board?from=2026-11-20&to=2026-11-21', Board)
    expect(board.window).toMatchObject({ basis: 'days', unplaced: null, unread_days: [] })
    const rows = [...board.rows, ...board.unranked]
    for (const { team, usage } of rows)
      expect(usage.tokens).toBe(count(({ teamId }) => publicIds.team(teamId) === team.id))
    const ofRows = rows.reduce((sum, { usage }) => sum + usage.tokens, 0)
    expect(ofRows).toBe(board.totals.tokens)
    expect(ofRows + (board.unassigned?.tokens ?? 0)).toBe(count(() => true))
    expect(ofRows).toBeGreaterThan(0)
  })

  it('of an hour holds what was seen to arrive, and says what has no minute', async () => {
    const { ask, count } = await podium()
    const board = await ask('/api/v1/board?range=1h', Board)
    expect(board.window.basis).toBe('minutes')
    const whole = board.totals.tokens + (board.unassigned?.tokens ?? 0)
    expect(whole + (board.window.unplaced?.tokens ?? 0)).toBe(count(() => true))
  })

  it('ranks by every measure, every rank once and best first', async () => {
    const { ask } = await podium()
    for (const measure of BoardMeasure.options) {
      const { rows, unranked } = await ask(`/api/v1/board?measure=${measure}&range=1h`, Board)
      expect(rows.length).toBeGreaterThan(3)
      expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, index) => index + 1))
      const values = rows.map(({ value }) => value ?? NaN)
      expect(values).toEqual(values.toSorted((a, b) => b - a))
      expect(unranked.every(({ rank, value }) => rank === null && value === null)).toBe(true)
      expect(rows.some(({ movement }) => movement !== null)).toBe(true)
    }
  })

  it('tells of each row only the fields that were asked for', async () => {
    const { ask, get } = await podium()
    const whole = await ask('/api/v1/board?range=24h', Board)
    const fields = ['team', 'value', 'usage.tokens', 'usage.spend_usd']
    const query = fields.map((field) => `fields=${field}`).join('&')
    const { rows, unranked, ...rest } = await ask(
      `/api/v1/board?range=24h&${query}`,
      z.looseObject({}),
    )
    const lean = ({ team, value, usage: { tokens, spend_usd } }: BoardRow) => ({
      ...{ team, value, usage: { tokens, spend_usd } },
    })
    expect({ rows, unranked }).toEqual({
      rows: whole.rows.map(lean),
      unranked: whole.unranked.map(lean),
    })
    expect({ ...whole, ...rest }).toEqual(whole)
    const { rows: used } = await ask('/api/v1/board?range=24h&fields=usage', z.looseObject({}))
    expect(used).toEqual(whole.rows.map(({ usage }) => ({ usage })))
    const refused = await get('/api/v1/board?fields=team&fields=secret')
    expect(Problem.parse(await refused.json())).toMatchObject({ status: 400, parameter: 'fields' })
    // A table needs all of them.
    const table = await get('/api/v1/export/board.csv?fields=team')
    expect(Problem.parse(await table.json())).toMatchObject({ status: 400, parameter: 'fields' })
  })

  it('draws small lines of the same tokens', async () => {
    const { ask } = await podium()
    const past = 'from=2026-11-20T23:30:00Z&to=2026-11-21T00:15:00Z'
    const { rows } = await ask(`/api/v1/board?${past}`, Board)
    const sumOf = ({ sparkline }: BoardRow) =>
      sparkline.reduce<number>((sum, point) => sum + (point ?? 0), 0)
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(sumOf(row)).toBe(row.usage.tokens)
  })

  it.each(['today', '24h', '30d'])(
    'shows the last 60 whole minutes of %s, which goes on',
    async (range) => {
      const { ask } = await podium()
      const { rows, sparkline } = await ask(`/api/v1/board?range=${range}`, Board)
      // The minute from 00:19 on is still running; nobody watched before 23:30.
      expect(sparkline).toEqual({ start: '2026-11-20T23:19:00.000Z', bucket_seconds: 60 })
      for (const row of rows) {
        expect(row.sparkline).toHaveLength(60)
        expect(row.sparkline.slice(0, 10)).toEqual(Array(10).fill(null))
      }
    },
  )

  it('asked for none ranks by the score as soon as three teams have one, else by tokens', async () => {
    const { ask } = await podium()
    const { measure, rows } = await ask('/api/v1/board?range=24h&measure=auto', Board)
    expect(measure).toBe('score')
    const two = rows.slice(0, 2).map(({ team }) => `&team=${team.id}`)
    const few = await ask(`/api/v1/board?range=24h&measure=auto${two.join('')}`, Board)
    expect(few.measure).toBe('tokens')
  })

  it('of one team, one model or one provider is a part of the whole', async () => {
    const { ask, count } = await podium()
    const days = 'from=2026-11-20&to=2026-11-21'
    const whole = await ask(`/api/v1/board?${days}`, Board)
    const first = whole.rows[0]?.team.id ?? ''
    const one = await ask(`/api/v1/board?${days}&team=${first}`, Board)
    expect(one.totals.tokens).toBe(whole.rows[0]?.usage.tokens)
    expect(one.unassigned).toBeNull()
    const { models } = await ask(`/api/v1/teams/${first}?${days}`, TeamDetail)
    const model = models[0]?.model ?? ''
    const ofModel = await ask(`/api/v1/board?${days}&model=${encodeURIComponent(model)}`, Board)
    const unassigned = ofModel.unassigned?.tokens ?? 0
    expect(ofModel.totals.tokens + unassigned).toBe(count((row) => row.modelGroup === model))
  })

  it('names teams that certainly did nothing, and nobody of a day that is not read', async () => {
    const { ask } = await podium()
    const { teams } = await ask('/api/v1/teams', Teams)
    const before = await ask('/api/v1/board?from=2026-11-20&to=2026-11-20T00:01:00Z', Board)
    const named = [...before.rows, ...before.unranked].map(({ team }) => team.id)
    expect(before.idle).toEqual(teams.filter(({ id }) => !named.includes(id)))
    const unread = await ask('/api/v1/board?from=2026-11-18&to=2026-11-18', Board)
    expect(unread.rows).toEqual([])
    expect(unread.idle).toEqual([])
    expect(unread.window.unread_days).toEqual(['2026-11-18'])
    const never = await ask('/api/v1/board?from=2026-11-10&to=2026-11-10', Board)
    expect(never.window).toMatchObject({ unread_days: [], before_history: ['2026-11-10'] })
  })
})

describe('one team', () => {
  it('is the same whether by keys, by models or in time', async () => {
    const { ask } = await podium()
    const { rows } = await ask('/api/v1/board?range=1h', Board)
    for (const { team, usage, score } of rows.slice(0, 3)) {
      const detail = await ask(`/api/v1/teams/${team.id}?range=1h`, TeamDetail)
      const sum = (of: readonly { usage: { tokens: number } }[]) =>
        of.reduce((total, each) => total + each.usage.tokens, 0)
      expect(detail.usage).toEqual(usage)
      expect(detail.score).toEqual(score)
      expect(sum(detail.keys)).toBe(usage.tokens)
      expect(sum(detail.models)).toBe(usage.tokens)
      const inTime = detail.series.lines.reduce((total, line) => total + line.total, 0)
      expect(inTime).toBe(usage.tokens)
      expect(detail.badges).toContain('first_light')
    }
  })

  it('has a next lever that is worth something, or none', async () => {
    const { ask } = await podium()
    const { teams } = await ask('/api/v1/teams', Teams)
    for (const { id } of teams.slice(0, 4)) {
      const { lever, team } = await ask(`/api/v1/teams/${id}/next-lever?range=1h`, NextLever)
      expect(team.id).toBe(id)
      if (lever !== null && lever.kind !== 'qualify') expect(lever.gain_pts).toBeGreaterThan(0)
    }
  })
})

describe('what cannot be answered is refused by name:', () => {
  const window = [
    ['from=x', 'from'],
    ['from=2026-11-20&to=x', 'to'],
    ['to=2026-11-20', 'from'],
    ['range=2h', 'range'],
    ['range=1h&range=24h', 'range'],
    ['range=1h&from=2026-11-20', 'range'],
    ['from=2020-01-01', 'from'],
    ['tz=Nowhere', 'tz'],
    ['model=nothing', 'model'],
    ['provider=nobody', 'provider'],
    ['colour=red', 'colour'],
  ] as const

  it('the parameters of every route', async () => {
    const { get } = await livePodium({ startsAt, minutes: 2 })
    const { teams } = Teams.parse(await (await get('/api/v1/teams')).json())
    const id = teams[0]?.id ?? ''
    const routes = ['board', 'series', `teams/${id}`, `teams/${id}/next-lever`]
    const cases = [
      ...routes.flatMap((route) => window.map(([query, name]) => [`${route}?${query}`, name])),
      ['board?measure=fame', 'measure'],
      ['board?team=t_nobody', 'team'],
      ['board?measure=tokens&measure=spend', 'measure'],
      ['series?team=t_nobody', 'team'],
      ['series?bucket=second', 'bucket'],
      ['series?range=30d&bucket=minute', 'bucket'],
      ['series?measure=momentum', 'measure'],
      ['series?by=key', 'by'],
      ['series?top=0', 'top'],
      ['series?top=51', 'top'],
      ['series?top=seven', 'top'],
      [`teams/${id}?team=${id}`, 'team'],
      ['teams?range=1h', 'range'],
    ]
    for (const [path = '', parameter] of cases) {
      const response = await get(`/api/v1/${path}`)
      expect(response.status, path).toBe(400)
      expect(Problem.parse(await response.json()), path).toMatchObject({ parameter })
    }
  })

  it('a team that nobody is', async () => {
    const { get } = await livePodium({ startsAt, minutes: 2 })
    for (const path of ['/api/v1/teams/t_nobody', '/api/v1/teams/t_nobody/next-lever'])
      expect((await get(path)).status).toBe(404)
  })
})
