import {
  Board,
  Budgets,
  Hours,
  Matrix,
  Models,
  Race,
  SeriesAnswer,
  Teams,
  UsageAnswer,
} from '@podium/contracts'
import { beforeAll, expect, test } from 'vitest'
import {
  budgetsTable,
  hoursTable,
  raceTable,
  usageTable,
} from '../../../../src/analytics/export/analytics-tables.ts'
import { csvLines } from '../../../../src/analytics/export/csv.ts'
import {
  boardTable,
  matrixTable,
  modelsTable,
  seriesTable,
  teamsTable,
} from '../../../../src/analytics/export/tables.ts'
import { testApp } from '../../../support/test-app.ts'
import { watchGateway } from '../../../support/watched-gateway.ts'

const midnight = Date.parse('2026-11-20T00:00:00Z')

/** The whole app over a store that has seen ten minutes of a gateway whose teams have names of all kinds. */
async function live() {
  const watched = await watchGateway({
    ...{ profile: '1.109', seed: 5, startsAt: midnight, historyDays: 0 },
  })
  const { teams } = await watched.client.teams()
  const names = ['=HYPERLINK("http://x","y")', 'Blue, with "quotes"', '-1 is no number', '＝1+1']
  for (const [index, { teamId }] of teams.entries())
    watched.simulator.happen({ kind: 'rename team', teamId, alias: names[index] ?? null })
  await watched.pollTeams()
  await watched.pollPrices()
  for (let minute = 0; minute < 10; minute += 1) {
    watched.moveTo(midnight + 5000 + minute * 60_000)
    await watched.pollActivity()
  }
  return testApp({ store: watched.store, now: watched.now })
}

const tables = [
  ['board', 'measure=spend', (json: unknown) => boardTable(Board.parse(json))],
  ['teams', '', (json: unknown) => teamsTable(Teams.parse(json))],
  ['models', 'range=24h', (json: unknown) => modelsTable(Models.parse(json))],
  ['series', 'bucket=minute&by=model', (json: unknown) => seriesTable(SeriesAnswer.parse(json))],
  ['matrix', 'measure=requests', (json: unknown) => matrixTable(Matrix.parse(json))],
  ['usage', 'compare=before&top=2', (json: unknown) => usageTable(UsageAnswer.parse(json))],
  ['hours', 'measure=spend', (json: unknown) => hoursTable(Hours.parse(json))],
  ['budgets', '', (json: unknown) => budgetsTable(Budgets.parse(json))],
  ['race', 'range=1h&measure=spend', (json: unknown) => raceTable(Race.parse(json))],
] as const

test.each(tables)('the files of %s say what its address says', async (name, query, table) => {
  const { get } = await live()
  const shown = table(await (await get(`/api/v1/${name}?${query}`)).json())
  const { columns } = shown
  const rows = [...shown.rows]
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows) expect(row).toHaveLength(columns.length)

  const csv = await get(`/api/v1/export/${name}.csv?${query}`)
  expect(csv.status).toBe(200)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.headers.get('x-content-type-options')).toBe('nosniff')
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="demo-podium-[\w-]+\.csv"$/,
  )
  const text = await csv.text()
  expect(text).toBe([...csvLines({ columns, rows })].join(''))
  expect(text).not.toMatch(/(?:^|,|\n)"?[=+@＝]/)

  const json = await get(`/api/v1/export/${name}.json?${query}`)
  expect(json.headers.get('content-disposition')).toMatch(/\.json"$/)
  expect(await json.json()).toEqual(
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
  )
})

test('teams that did nothing and what no team did have lines of their own, with every field', async () => {
  const { get } = await live()
  const board = Board.parse(await (await get('/api/v1/board?measure=tokens')).json())
  const { columns, rows } = boardTable({
    ...board,
    unranked: [],
    idle: board.rows.map(({ team }) => team),
  })
  const lines = [...rows]
  expect(new Set(lines.map(([kind]) => kind))).toEqual(
    new Set(['ranked', 'idle', 'unassigned', 'dashboard']),
  )
  for (const line of lines) expect(line).toHaveLength(columns.length)
})

test('a file has the same parameters as its table, and the same refusals', async () => {
  const { get } = await live()
  for (const query of ['measure=beauty', 'colour=red', 'range=1h&range=7d', 'team=t_nobody']) {
    const refused = await get(`/api/v1/export/board.csv?${query}`)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ parameter: query.split('=')[0] })
  }
})

const notCompared = { share: null, before_total: null, change: null }
let week: SeriesAnswer
beforeAll(() => {
  week = SeriesAnswer.parse({
    data_version: 3,
    window: {
      ...{ from: '2026-11-20T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z', tz: 'UTC' },
      ...{ basis: 'days', unread_days: [], before_history: [], unplaced: null, uncertain: null },
    },
    left_out: {
      unassigned: { tokens: 7, requests: 1, spend_usd: null, unpriced: true, unpriced_tokens: 7 },
      dashboard: {
        ...{ tokens: 9, requests: 2, spend_usd: 0.5 },
        unpriced: false,
        unpriced_tokens: 0,
      },
    },
    ...{ bucket: 'day', measure: 'spend', by: 'team', then: 'none', order: 'total' },
    ...{ cumulative: false, running: null, before_line: null, before: null, holes: [] },
    balance: {
      ...{ measure: 'spend', shown: 2.75, no_known_time: 2, unassigned: 0, dashboard: 0.5 },
      ...{ whole: 5.25, apart: 0, uncertain: 0 },
    },
    starts: ['2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    end: '2026-11-22T00:00:00.000Z',
    all: {
      ...{ key: null, then_key: null, label: 'All', kind: 'all', ...notCompared },
      ...{ placed: [0.25, 2.5], unplaced: null, values: [0.25, 2.5] },
      ...{ unplaced_total: 2, total: 4.75 },
    },
    lines: [
      {
        ...{ key: 't_abc', then_key: null, label: '+Plus, Team', kind: 'team', ...notCompared },
        ...{ placed: [0.25, -0.5], unplaced: [null, 1e-7], values: [0.25, -0.4999999] },
        ...{ unplaced_total: 0, total: -0.25 },
      },
      {
        ...{ key: null, then_key: null, label: 'Others', kind: 'others', ...notCompared },
        ...{ placed: [null, 3], unplaced: null, values: [null, 3], unplaced_total: 2, total: 5 },
      },
    ],
  })
})

test('a series as a file', async () => {
  const text = [...csvLines(seriesTable(week))].join('')
  await expect(text).toMatchFileSnapshot('golden/series.csv')
})

test('a matrix as a file', async () => {
  const table = matrixTable({
    ...{ data_version: 3, window: week.window, left_out: week.left_out, measure: 'tokens' },
    totals: { teams: [], models: [], all: null },
    balance: week.balance,
    teams: [
      { id: 't_a', name: '@home', gone: false, mark: 0 },
      { id: 't_b', name: 'Füchse "🦊"', gone: true, mark: 0 },
    ],
    models: ['=cmd', 'gpt'],
    cells: [
      [1, null],
      [20, 300],
    ],
  })
  await expect([...csvLines(table)].join('')).toMatchFileSnapshot('golden/matrix.csv')
})
