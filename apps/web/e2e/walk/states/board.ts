import { hostileCast } from '../cast.ts'
import { noUsage } from '../usage-of.ts'
import type { Twist } from '../world-of.ts'
import { some, table, tenth, type State } from './state.ts'

const unplaced = { tokens: 48_213_907, requests: 91_022, spend_usd: 81.2 }
const uncertain = { ...unplaced, share: 1, days: ['2026-11-20'] }
const nobody: Twist['board'] = (board) => ({
  rows: [],
  unranked: [],
  idle: board.rows.map(({ team }) => team),
  totals: noUsage,
  unassigned: null,
})

/** What the board itself can be. */
export const boardStates: readonly State[] = [
  { name: 'ranked', sizes: some, ready: table, says: tenth },
  {
    name: 'score, two warming up',
    sizes: some,
    path: '/?measure=score',
    ready: table,
    says: ({ board }) => board.parts.breadth,
  },
  { name: 'spend', sizes: some, path: '/?measure=spend&range=7d', ready: table, says: tenth },
  {
    name: 'not all have begun',
    sizes: [30, 1000],
    twist: {
      board: ({ rows }) => ({
        rows: rows.slice(0, rows.length / 2),
        idle: rows.slice(rows.length / 2).map(({ team }) => team),
      }),
    },
    ready: 'main .team-list',
    says: ({ board }) => board.notYet,
  },
  {
    name: 'loading',
    sizes: [30],
    twist: { instead: { '/board': 'never', '/status': 'never' } },
    ready: '.skeleton',
    says: ({ board }) => board.measures.momentum,
  },
  {
    name: 'before the first poll',
    sizes: [0],
    twist: {
      board: (board) => ({ ...nobody(board), read_at: null }),
      status: (now) => ({
        sources: [
          {
            name: 'activity',
            state: 'pending',
            reason: null,
            last_success_at: null,
            next_attempt_at: new Date(now).toISOString(),
            consecutive_failures: 0,
          },
        ],
        history: { days: 0, unread: null },
        days: [],
      }),
    },
    ready: 'main h2',
    says: ({ emptyBoard }) => emptyBoard.notRead,
  },
  {
    name: 'no team yet',
    sizes: [0],
    twist: { board: nobody },
    ready: 'main h2',
    says: ({ emptyBoard }) => emptyBoard.noTeam,
  },
  {
    name: 'no traffic yet',
    sizes: some,
    twist: { board: nobody },
    ready: 'main h2',
    says: ({ emptyBoard }) => emptyBoard.noToken,
  },
  {
    name: 'nothing in this span',
    sizes: [0, 30],
    path: '/?range=1h',
    twist: { board: nobody },
    ready: 'main h2',
    says: ({ emptyBoard }) => emptyBoard.quiet,
  },
  {
    name: 'nothing has a minute',
    sizes: [30],
    twist: {
      board: (board) => ({ ...nobody(board), window: { ...board.window, unplaced, uncertain } }),
    },
    ready: 'main h2',
    says: ({ board }) => board.wholeDays,
  },
  {
    name: 'search without a match',
    sizes: some,
    path: '/?q=nobody+is+called+this',
    ready: 'main h2',
    says: ({ emptyBoard }, cast) => emptyBoard.noMatch(cast.length, 'nobody is called this'),
  },
  {
    name: 'search that is nearly a name',
    sizes: [30],
    path: '/?q=lyons',
    ready: 'main h2',
    says: ({ emptyBoard }) => emptyBoard.closest,
  },
  {
    name: 'search',
    sizes: [30, 1000],
    path: '/?q=lions,goats,owls',
    ready: table,
    says: (_, cast) => cast[5]?.name ?? '',
  },
  {
    name: 'filtered',
    sizes: [30],
    path: '/?team=t_1&team=t_2&model=gpt-5-mini&provider=openai&from=2026-11-20T08:00:00Z&to=2026-11-20T16:30:00Z&tz=America/Argentina/Buenos_Aires',
    ready: table,
    says: ({ filters }) => filters.chip(filters.kinds.model, 'gpt-5-mini'),
  },
  {
    name: 'filter without a match',
    sizes: [0, 30],
    path: '/?model=a-model-that-nobody-uses&provider=openai',
    twist: { board: nobody },
    ready: 'main h2',
    says: ({ emptyBoard }) => emptyBoard.filteredOut,
  },
  {
    name: 'my team pinned',
    sizes: [30, 1000],
    stored: { team: 't_27' },
    ready: 'aside.own',
    says: (_, cast) => cast[26]?.name ?? '',
  },
  {
    name: 'my team pinned, far below',
    sizes: [1000],
    stored: { team: 't_912' },
    ready: 'aside.own',
    says: (_, cast) => cast[911]?.name ?? '',
  },
  { name: 'hostile names', sizes: [0], cast: hostileCast, ready: table, says: tenth },
  {
    name: 'hostile names, score',
    sizes: [0],
    cast: hostileCast,
    path: '/?measure=score',
    stored: { team: 't_6' },
    ready: table,
    says: tenth,
  },
  {
    name: 'hostile filters',
    sizes: [0],
    cast: hostileCast,
    path: `/?team=t_1&team=t_2&team=t_6&model=${encodeURIComponent('<b>&"\u202E'.repeat(20))}`,
    ready: table,
    says: ({ filters }) => filters.chip(filters.kinds.team, '<img src=x onerror=alert(1)>'),
  },
]
