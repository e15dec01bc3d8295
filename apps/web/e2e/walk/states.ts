import type { Page } from 'playwright'
import { castOf, hostileCast, type Cast } from './cast.ts'
import { sourceOf } from './status-of.ts'
import { noUsage } from './usage-of.ts'
import { problem, type Twist } from './world-of.ts'

export const sizes = [0, 1, 3, 30, 1000] as const
export type Size = (typeof sizes)[number]

/** One thing that the page can be in, and how to get it there. */
export type State = {
  name: string
  sizes: readonly Size[]
  path?: string
  twist?: Twist
  /** What was chosen on this device before. */
  stored?: Readonly<Record<string, string>>
  cast?: Cast
  /** The page is there when this is. */
  ready: string
  /** What somebody does then. */
  act?: (page: Page) => Promise<void>
  /** The server refuses something, which the browser writes into its console by itself. */
  isRefused?: true
}

const some = [1, 3, 30, 1000] as const
const table = '[role=table] [data-team] .value'
const minute = 60_000
const nobody: Twist['board'] = (board) => ({
  rows: [],
  unranked: [],
  idle: board.rows.map(({ team }) => team),
  totals: noUsage,
  unassigned: null,
})
const aged = (ageMs: number): Twist => ({
  status: (now) => ({ sources: [sourceOf(now, { ageMs })] }),
})

export const states: readonly State[] = [
  { name: 'ranked', sizes: some, ready: table },
  { name: 'score, two warming up', sizes: some, path: '/?measure=score', ready: table },
  { name: 'spend', sizes: some, path: '/?measure=spend&range=7d', ready: table },
  {
    name: 'loading',
    sizes: [30],
    twist: { instead: { '/board': 'never', '/status': 'never' } },
    ready: '.skeleton',
  },
  {
    name: 'before the first poll',
    sizes: [0],
    twist: {
      board: nobody,
      status: () => ({
        sources: [{ ...sourceOf(0, { state: 'pending' }), last_success_at: null }],
        history: { days: 0, unread: null },
        days: [],
      }),
    },
    ready: 'main h2',
  },
  {
    name: 'no traffic yet',
    sizes: [0, 1, 3, 30, 1000],
    twist: { board: nobody },
    ready: 'main h2',
  },
  {
    name: 'search without a match',
    sizes: some,
    path: '/?q=nobody+is+called+this',
    ready: 'main h2',
  },
  { name: 'search', sizes: [30, 1000], path: '/?q=lions,goats,owls', ready: table },
  { name: 'stale, amber', sizes: [3, 30], twist: aged(0.75 * minute), ready: '.age.warn' },
  { name: 'stale, red', sizes: [3, 30], twist: aged(37 * minute), ready: '.age.bad' },
  {
    name: 'gateway refuses the key',
    sizes: some,
    twist: {
      status: (now) => ({
        sources: [sourceOf(now, { state: 'auth_error', reason: 'auth', ageMs: 5 * minute })],
      }),
    },
    ready: table,
  },
  {
    name: 'server fails',
    sizes: [3],
    twist: { instead: { '/board': problem(503, 'The store does not answer.') } },
    ready: 'main h2',
    isRefused: true,
  },
  {
    name: 'partial',
    sizes: some,
    path: '/?range=30d',
    twist: {
      board: (board) => ({
        failures_recorded: false,
        window: {
          ...board.window,
          missing_days: ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'],
          unplaced: { tokens: 48_213_907, requests: 91_022, spend_usd: 81.2 },
        },
      }),
      status: () => ({
        notes: [
          { kind: 'models_unpriced', day: null, count: 2, models: ['qwen3', 'llama-4-scout'] },
          { kind: 'no_failures_recorded', day: '2026-11-20', count: 14_000, models: [] },
        ],
      }),
    },
    ready: table,
    act: (page) => page.locator('footer summary').click(),
  },
  {
    name: 'history is read',
    sizes: [30],
    twist: { status: () => ({ history: { days: 30, unread: 12 }, demo: true }) },
    ready: '.notices [role]:nth-child(2), .notices > :nth-child(2)',
  },
  { name: 'demo', sizes: some, twist: { status: () => ({ demo: true }) }, ready: '.notices > *' },
  {
    name: 'sign-in',
    sizes: [3],
    twist: {
      instead: {
        '/status': problem(401, 'A token is needed.'),
        '/board': problem(401, 'A token is needed.'),
      },
    },
    ready: '.sign-in form',
    isRefused: true,
  },
  { name: 'drawer', sizes: some, path: '/t/t_1', ready: 'dialog[open] .mine' },
  {
    name: 'drawer of a team from the middle',
    sizes: [30],
    path: '/t/t_8?measure=score',
    ready: 'dialog[open] .mine',
  },
  {
    name: 'drawer of nobody',
    sizes: [0, 30],
    path: '/t/t_unknown',
    ready: 'dialog[open] h2',
    isRefused: true,
  },
  {
    name: 'row expanded',
    sizes: [30, 1000],
    ready: table,
    act: async (page) => {
      await page.locator('.more button').nth(1).click()
      await page.locator('.details .keys').waitFor()
    },
  },
  {
    name: 'my team pinned',
    sizes: [30, 1000],
    stored: { team: 't_27' },
    ready: 'aside.own',
  },
  {
    name: 'filtered',
    sizes: [30],
    path: '/?team=t_1&team=t_2&model=gpt-5-mini&provider=openai&from=2026-11-20T08:00:00Z&to=2026-11-20T16:30:00Z&tz=America/Argentina/Buenos_Aires',
    ready: table,
  },
  {
    name: 'filter open',
    sizes: [30],
    ready: table,
    act: async (page) => {
      await page.locator('.lead .tools button').last().click()
      await page.locator('dialog[open] label').first().waitFor()
    },
  },
  {
    name: 'custom range open',
    sizes: [30],
    ready: table,
    act: async (page) => {
      await page.locator('.lead .tools button').nth(-2).click()
      await page.locator('dialog[open] input').first().waitFor()
    },
  },
  {
    name: 'help open',
    sizes: [30],
    ready: table,
    act: async (page) => {
      await page.locator('header .tools button').last().click()
      await page.locator('dialog[open] kbd').first().waitFor()
    },
  },
  { name: 'hostile names', sizes: [0], cast: hostileCast, ready: table },
  {
    name: 'hostile names, score',
    sizes: [0],
    cast: hostileCast,
    path: '/?measure=score',
    stored: { team: 't_6' },
    ready: table,
  },
  {
    name: 'drawer of a hostile name',
    sizes: [0],
    cast: hostileCast,
    path: '/t/t_6',
    ready: 'dialog[open] .mine',
  },
  { name: 'no such page', sizes: [3], path: '/nowhere', ready: 'main h1' },
]

export const castIn = (state: State, size: Size): Cast => state.cast ?? castOf(size)
