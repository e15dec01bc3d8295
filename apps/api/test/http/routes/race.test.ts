import { Board, Budgets, Race, RaceMeasure } from '@podium/contracts'
import { expect, test } from 'vitest'
import { livePodium } from '../../support/live-podium.ts'

const startsAt = Date.parse('2026-11-20T23:30:00Z')
const podium = () => livePodium({ startsAt, minutes: 50 })

const spans = [
  'range=1h',
  'range=24h',
  'range=today',
  'range=today&tz=Europe/Berlin',
  'range=today&tz=America/Los_Angeles',
  'range=7d',
  'range=7d&tz=Europe/Berlin',
  'range=30d&basis=auto',
]

test('the race ends where the board is, in its order, by every measure and in every zone', async () => {
  const { ask } = await podium()
  for (const span of spans)
    for (const measure of RaceMeasure.options) {
      const query = `${span}&measure=${measure}`
      const board = await ask(`/api/v1/board?${query}`, Board)
      const race = await ask(`/api/v1/race?${query}`, Race)
      expect(race.lines.map(({ team, rank, values }) => [team, rank, values.at(-1)])).toEqual(
        board.rows.slice(0, 7).map(({ team, rank, value }) => [team, rank, value]),
      )
      expect(race.window).toEqual(board.window)
      expect(race.left_out).toEqual(board.left_out)
      for (const { values } of race.lines) expect(values).toHaveLength(race.at.length)
    }
})

test('a value is what the board said of the span until then', async () => {
  const { ask } = await podium()
  const from = '2026-11-21T00:00:00.000Z'
  for (const measure of RaceMeasure.options) {
    const query = `from=${from}&to=2026-11-21T00:20:00Z&measure=${measure}`
    const race = await ask(`/api/v1/race?${query}&top=20`, Race)
    expect(race.at).toHaveLength(21)
    for (const index of [1, 5, 13, 20]) {
      const until = `from=${from}&to=${race.at[index]}&measure=${measure}`
      const { rows } = await ask(`/api/v1/board?${until}`, Board)
      const said = new Map(rows.map(({ team, value }) => [team.id, value]))
      for (const { team, values, untimed } of race.lines) {
        if (untimed.length > 0 && index === race.at.length - 1) continue
        const nothing = ['tokens', 'spend', 'requests'].includes(measure) ? 0 : null
        const expected = said.get(team.id) ?? nothing
        const value = values[index] ?? null
        if (value === null || expected === null) expect(value, measure).toBe(expected)
        else expect(value, measure).toBeCloseTo(expected, 8)
      }
    }
  }
})

test('sums only grow, and what has no known time joins at the end of its day', async () => {
  const { ask } = await podium()
  const { at, lines } = await ask('/api/v1/race?range=7d&measure=tokens&top=3', Race)
  for (const { values, untimed } of lines) {
    expect(values).toEqual(values.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
    for (const index of untimed)
      expect(at[index]?.endsWith('T00:00:00.000Z') === true || index === at.length - 1).toBe(true)
  }
})

test('a span that has not begun is a race in which nobody has moved', async () => {
  const { ask } = await podium()
  const evening = 'from=2026-11-21T20:00:00Z&to=2026-11-21T22:00:00Z'
  const { at, lines } = await ask(`/api/v1/race?${evening}`, Race)
  expect([at.at(0), at.at(-1)]).toEqual(['2026-11-21T20:00:00.000Z', '2026-11-21T22:00:00.000Z'])
  expect(lines).toEqual([])
})

test('one’s own team has a line whatever its rank, and a team that nobody has is refused', async () => {
  const { ask, get } = await podium()
  const { rows } = await ask('/api/v1/board?range=24h', Board)
  const last = rows.at(-1)
  const query = `range=24h&top=1&own=${last?.team.id ?? ''}`
  const { lines } = await ask(`/api/v1/race?${query}`, Race)
  expect(lines.map(({ rank, values }) => [rank, values.at(-1)])).toEqual([
    [1, rows[0]?.value],
    [last?.rank, last?.value],
  ])
  for (const [asked, parameter] of [
    ['own=t_nobody', 'own'],
    ['measure=momentum', 'measure'],
    ['top=0', 'top'],
  ] as const) {
    const refused = await get(`/api/v1/race?${asked}`)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ parameter })
  }
})

test('budgets are those of the board, and of the teams that are asked about', async () => {
  const { ask } = await podium()
  const { rows, unranked } = await ask('/api/v1/board?range=24h', Board)
  const { budgets } = await ask('/api/v1/budgets', Budgets)
  expect(budgets.length).toBeGreaterThan(0)
  const limited = [...rows, ...unranked].filter(({ budget }) => (budget?.max_usd ?? null) !== null)
  for (const { team, budget } of limited) {
    const row = budgets.find((each) => each.team.id === team.id)
    expect(row).toMatchObject({ max_usd: budget?.max_usd, spent_usd: budget?.spent_usd })
    if (row?.runway_from === 'minutes') expect(row.runway_minutes).toBe(budget?.runway_minutes)
  }
  const [first] = budgets
  const one = await ask(`/api/v1/budgets?range=7d&team=${first?.team.id ?? ''}`, Budgets)
  expect(one.budgets).toEqual([first])
})
