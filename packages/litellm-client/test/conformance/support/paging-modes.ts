import type { GatewaySimulator } from '@podium/gateway-simulator'
import type { Front } from './front.ts'
import { ledgerOf } from './ledger.ts'

export const noAggregated = (url: URL) =>
  url.pathname.endsWith('/aggregated')
    ? Response.json({ detail: 'Not Found' }, { status: 404 })
    : undefined

/** A gateway that gives fewer rows than it is asked for, and says so by its number of pages. */
export const clamped = (rows: number): Front => {
  return (url) => {
    const refused = noAggregated(url)
    const size = Number(url.searchParams.get('page_size'))
    if (refused === undefined && url.pathname === '/team/daily/activity' && size > rows) {
      url.searchParams.set('page_size', String(rows))
    }
    return refused ?? url
  }
}

export interface Mode {
  name: string
  front: (gateway: GatewaySimulator, listed: ReadonlySet<string>) => Front
  sources: (gateway: GatewaySimulator) => string[]
  notes: string[]
}

/** Every way in which the client can come by a day. */
export const modes: Mode[] = [
  {
    name: 'as the release offers it',
    front: () => (url) => url,
    sources: ({ profile }) => [profile.aggregatedRoute ? 'aggregated' : 'single-page'],
    notes: [],
  },
  {
    name: 'in one page',
    front: () => (url) => noAggregated(url) ?? url,
    sources: () => ['single-page'],
    notes: [],
  },
  {
    name: 'in one page of at most 1,000 rows',
    front: () => (url) => {
      const refused = Number(url.searchParams.get('page_size')) > 1000
      const problem = { type: 'less_than_equal', loc: ['query', 'page_size'], msg: 'too large' }
      if (refused) return Response.json({ detail: [problem] }, { status: 422 })
      return noAggregated(url) ?? url
    },
    sources: () => ['single-page'],
    notes: [],
  },
  {
    name: 'team by team',
    front: (gateway, listed) => clamped(mostRows(gateway, listed)),
    sources: () => ['single-page'],
    notes: ['narrowed_by_team'],
  },
  {
    name: 'page by page',
    front: (gateway, listed) => clamped(Math.ceil(mostRows(gateway, listed) / 3)),
    sources: () => ['page-walk'],
    notes: ['narrowed_by_team', 'pages_walked'],
  },
]

/** Rows of the largest team on a day; traffic of no listed team is asked for in one question. */
function mostRows(gateway: GatewaySimulator, listed: ReadonlySet<string>): number {
  const rows = Map.groupBy(ledgerOf(gateway), ({ date, team }) => {
    return [date, team !== null && listed.has(team) ? team : 'the rest'].join()
  })
  return Math.max(...[...rows.values()].map((each) => each.length))
}
