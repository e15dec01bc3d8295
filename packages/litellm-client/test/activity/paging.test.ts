import { expect, test } from 'vitest'
import { answerOf, type Row } from '../support/activity.ts'
import {
  type Call,
  clientOf,
  type Handler,
  Refusal,
  sendJson,
  startGateway,
} from '../support/gateway.ts'

const day = { from: '2026-11-21', to: '2026-11-21' }
const teamList = (...ids: string[]) => ({
  teams: ids.map((id) => ({ team_id: id, members_count: 1 })),
  total: ids.length,
  total_pages: 1,
})

interface Paging {
  rows: readonly Row[]
  /** No page may have more rows. */
  largest: number
  /** Rows in the order in which one walk sees them. */
  order?: (rows: Row[], walk: { page: number; size: number }) => Row[]
  teams?: string[]
  refuse?: (call: Call) => Refusal | undefined
}

/** A gateway before the aggregated route: rows are filtered, then cut into pages, then grouped. */
function paging({
  rows,
  largest,
  order = (all) => all,
  teams = ['red', 'blue'],
  refuse,
}: Paging): Handler {
  return (call, response) => {
    const answer = refuse?.(call) ?? answerTo(call)
    if (answer instanceof Refusal) sendJson(response, answer.body, answer.status)
    else sendJson(response, answer)
  }

  function answerTo({ path, query }: Call): unknown {
    if (path === '/v2/team/list') return teamList(...teams)
    if (path !== '/team/daily/activity') return new Refusal(404, { detail: 'Not Found' })
    const only = query['team_ids']?.split(',')
    const except = query['exclude_team_ids']?.split(',') ?? []
    const isAsked = ({ team = 'Unassigned' }: Row) =>
      (only?.includes(team) ?? true) && !except.includes(team)
    const asked = rows.filter(isAsked)
    const size = Math.min(Number(query['page_size']), largest)
    const page = Number(query['page'])
    const seen = order([...asked], { page, size }).slice((page - 1) * size, page * size)
    return answerOf(seen, { page, total_pages: Math.ceil(asked.length / size) })
  }
}

const many = (team: string | undefined, count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    ...(team !== undefined && { team }),
    key: `k${index}`,
    prompt: index,
  }))

async function read(handler: Handler, query = {}) {
  const gateway = await startGateway(handler)
  const activity = await clientOf(gateway.url).dailyActivity({ ...day, ...query })
  const requests = Object.fromEntries(
    (activity.days[0]?.teams ?? []).map(({ teamId, counters }) => [
      String(teamId),
      counters.requests,
    ]),
  )
  const asked = gateway.calls
    .filter(({ path }) => path === '/team/daily/activity')
    .map(({ query: { team_ids: only, exclude_team_ids: except, page, page_size: size } }) => ({
      only,
      except,
      page,
      size,
    }))
  return { activity, requests, asked, source: activity.days[0]?.source }
}

test('a day that does not fit one page is read team by team, and the rest by leaving them out', async () => {
  const rows = [...many('red', 6), ...many('blue', 6), ...many(undefined, 4), { team: 'gone' }]
  const { activity, requests, asked, source } = await read(paging({ rows, largest: 8 }))
  expect(requests).toEqual({ red: 6, blue: 6, null: 4, gone: 1 })
  expect(activity.days[0]?.counters).toMatchObject({ requests: 17, promptTokens: 15 + 15 + 6 + 10 })
  expect(source).toBe('single-page')
  expect(activity.notes).toEqual([{ date: '2026-11-21', kind: 'narrowed_by_team', count: 4 }])
  const size = '20000'
  expect(asked).toEqual([
    { page: '1', size },
    { only: 'red,blue', page: '1', size },
    { only: 'red', page: '1', size },
    { only: 'blue', page: '1', size },
    { except: 'red,blue', page: '1', size },
  ])
})

test('what did not fit once is not asked for again', async () => {
  const rows = [...many('red', 6), ...many('blue', 6)]
  const gateway = await startGateway(paging({ rows, largest: 8 }))
  const client = clientOf(gateway.url)
  await client.dailyActivity(day)
  const before = gateway.calls.length
  await client.dailyActivity(day)
  expect(
    gateway.calls.slice(before).map(({ query }) => [query['team_ids'], query['exclude_team_ids']]),
  ).toEqual([
    [undefined, undefined],
    ['red', undefined],
    ['blue', undefined],
    [undefined, 'red,blue'],
  ])
})

test('pages of a team are walked twice with different cuts, and kept when both come to the same', async () => {
  const { activity, requests, asked, source } = await read(
    paging({ rows: many('red', 30), largest: 15_000, teams: ['red'] }),
  )
  expect([requests, source, asked.length]).toEqual([{ red: 30 }, 'single-page', 1])
  expect(activity.notes).toEqual([])

  const walked = await read(paging({ rows: many('red', 30), largest: 12, teams: ['red'] }))
  expect(walked.requests).toEqual({ red: 30 })
  expect(walked.source).toBe('page-walk')
  expect(walked.activity.notes).toEqual([
    { date: '2026-11-21', kind: 'narrowed_by_team', count: 2 },
    { date: '2026-11-21', kind: 'pages_walked', count: 3 },
  ])
})

test('pages that repeat some rows and skip others are no answer, even if they do it the same way each time', async () => {
  // A page begins with one row of the page before, as when the first page is sorted differently.
  const order = (rows: Row[], { page, size }: { page: number; size: number }) =>
    page === 1 ? rows : rows.with((page - 1) * size, rows[0] ?? {})
  const rows = many('red', 6_000)
  const gateway = await startGateway(
    paging({
      rows,
      largest: 5_000,
      order,
      teams: ['red'],
      refuse: ({ query }) =>
        Number(query['page_size']) > 1_000
          ? new Refusal(422, { detail: [{ type: 'less_than_equal' }] })
          : undefined,
    }),
  )
  await expect(clientOf(gateway.url).dailyActivity(day)).rejects.toMatchObject({
    kind: 'unstable_paging',
  })
  const sizes = gateway.calls
    .map(({ query }) => query['page_size'])
    .filter((size) => size !== undefined)
  expect([...new Set(sizes)]).toEqual(['100', '20000', '1000', '900'])
})

test('a gateway that bounds the page is asked for a thousand rows from then on', async () => {
  const refuse = ({ query }: Call) =>
    Number(query['page_size']) > 1_000
      ? new Refusal(422, { detail: [{ type: 'less_than_equal' }] })
      : undefined
  const { requests, asked } = await read(paging({ rows: many('red', 9), largest: 1_000, refuse }))
  expect(requests).toEqual({ red: 9 })
  expect(asked.map(({ size }) => size)).toEqual(['20000', '1000'])
})

test('a URL too long for a proxy is halved, and where it cannot be, the pages are walked', async () => {
  const rows = [...many('red', 8), ...many('blue', 8), ...many(undefined, 3)]
  const refuse = ({ query }: Call) =>
    (query['team_ids'] ?? query['exclude_team_ids'] ?? '').includes(',')
      ? new Refusal(414, {})
      : undefined
  const { activity, requests, source } = await read(paging({ rows, largest: 10, refuse }))
  expect(requests).toEqual({ red: 8, blue: 8, null: 3 })
  expect(source).toBe('page-walk')
  expect(activity.notes).toEqual([{ date: '2026-11-21', kind: 'pages_walked', count: 2 }])
})

test('a gateway that ignores a filter is not counted twice', async () => {
  const rows = [...many('red', 6), ...many('blue', 6)]
  const ignoring: Handler = (call, response) => {
    const query = Object.fromEntries(
      Object.entries(call.query).filter(([name]) => !name.endsWith('team_ids')),
    )
    paging({ rows, largest: 11 })({ ...call, query }, response)
  }
  await expect(read(ignoring, { teamIds: ['red'] })).rejects.toMatchObject({ kind: 'schema' })
})

test('some teams are asked for by name, encoded', async () => {
  const teamIds = ['a&b=c d', 'ü/%2C']
  const rows = teamIds.map((team) => ({ team }))
  const { requests, asked } = await read(
    paging({ rows: [...rows, { team: 'red' }], largest: 100 }),
    { teamIds },
  )
  expect(requests).toEqual({ 'a&b=c d': 1, 'ü/%2C': 1 })
  expect(asked[0]?.only).toBe('a&b=c d,ü/%2C')
})

test('an id with a comma cannot be asked for and is counted with the rest', async () => {
  const rows = [...many('red', 6), ...many('a,b', 3)]
  const gateway = paging({ rows, largest: 8, teams: ['red', 'a,b'] })
  const { requests } = await read(gateway)
  expect(requests).toEqual({ red: 6, 'a,b': 3 })
  await expect(read(gateway, { teamIds: ['a,b'] })).rejects.toMatchObject({ kind: 'input' })
})
