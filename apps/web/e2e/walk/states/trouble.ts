import { sourceOf } from '../status-of.ts'
import { problem, type Twist } from '../world-of.ts'
import { some, table, tenth, type State } from './state.ts'

const minute = 60_000
/** The board stands, and says how old it is. */
const besideTable = (age: string) => `body:has(${table}) ${age}`
const aged = (ageMs: number): Twist => ({
  status: (now) => ({ sources: [sourceOf(now, { ageMs })] }),
})
const closed = problem(401, 'A token is needed.')

/** What goes wrong around the board, or has to be known about it. */
export const troubleStates: readonly State[] = [
  {
    name: 'stale, amber',
    sizes: [3, 30],
    twist: aged(0.75 * minute),
    ready: besideTable('.age.warn'),
    says: tenth,
  },
  {
    name: 'stale, red',
    sizes: [3, 30],
    twist: aged(37 * minute),
    ready: besideTable('.age.bad'),
    says: tenth,
  },
  {
    name: 'polling',
    sizes: [30],
    narrowest: 768,
    twist: { ...aged(2 * minute), instead: { '/live': problem(503, 'Too many streams.') } },
    ready: '.polling',
    says: ({ shell }) => shell.polling,
    isRefused: true,
  },
  {
    name: 'gateway refuses the key',
    sizes: some,
    twist: {
      status: (now) => ({
        sources: [sourceOf(now, { state: 'auth_error', reason: 'auth', ageMs: 5 * minute })],
      }),
    },
    ready: table,
    says: ({ trust }) => trust.headings.auth,
  },
  {
    name: 'gateway is down',
    sizes: [30],
    twist: {
      status: (now) => ({
        sources: [
          sourceOf(now, {
            state: 'down',
            reason: 'conn_refused',
            ageMs: 26 * 60 * minute,
            consecutive_failures: 9000,
          }),
        ],
      }),
    },
    ready: table,
    says: ({ trust }) => trust.cannotRead,
  },
  {
    name: 'server does not answer',
    sizes: [3, 30],
    twist: { instead: { '/status': problem(503, 'The store does not answer.') } },
    ready: table,
    says: ({ shell }) => shell.unreachable,
    isRefused: true,
  },
  {
    name: 'server fails',
    sizes: [3],
    twist: { instead: { '/board': problem(503, 'The store does not answer.') } },
    ready: 'main h2',
    says: ({ board }) => board.cannotShow,
    isRefused: true,
  },
  {
    name: 'address that the server refuses',
    sizes: [3],
    path: '/?team=t_nobody',
    twist: { instead: { '/board': problem(400, 'team: there is no t_nobody.') } },
    ready: 'main h2',
    says: ({ board }) => board.refused,
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
          unread_days: ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'],
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
    act: async (page) => {
      await page.locator('footer summary').click()
      await page.locator('footer table').waitFor()
    },
    says: ({ board }) => board.unreadDays(4),
  },
  {
    name: 'history is read',
    sizes: [30],
    twist: { status: () => ({ history: { days: 30, unread: 12 }, demo: true }) },
    ready: '.notices > *',
    says: ({ trust }) => trust.days(18, 30),
  },
  {
    name: 'demo',
    sizes: some,
    twist: { status: () => ({ demo: true }) },
    ready: '.notices > *',
    says: ({ shell }) => shell.demoHeading,
  },
  {
    name: 'sign-in',
    sizes: [3],
    twist: { instead: { '/status': closed, '/board': closed } },
    ready: '.sign-in form',
    says: ({ session }) => session.heading,
    isRefused: true,
  },
  {
    name: 'sign-in with a wrong token',
    sizes: [3],
    twist: { instead: { '/status': closed, '/board': closed, '/session': closed } },
    ready: '.sign-in form',
    act: async (page) => {
      await page.locator('.sign-in input').fill('wrong')
      await page.locator('.sign-in input').press('Enter')
      await page.locator('.sign-in [aria-invalid=true]').waitFor()
    },
    says: ({ session }) => session.wrong,
    isRefused: true,
  },
  {
    name: 'sign-in elsewhere',
    sizes: [3],
    twist: {
      instead: {
        '/status': closed,
        '/board': closed,
        '/session': { status: 200, body: { role: null, via: null, ways: ['proxy'] } },
      },
    },
    ready: '.sign-in p',
    says: ({ session }) => session.otherWay,
    isRefused: true,
  },
  {
    name: 'toast',
    sizes: [3],
    path: '/#admin=used',
    twist: { instead: { '/session': closed } },
    ready: '.toast',
    says: ({ session }) => session.linkUsed,
    isRefused: true,
  },
  {
    name: 'no such page',
    sizes: [3],
    path: '/nowhere',
    ready: 'main h1',
    says: ({ shell }) => shell.notFoundWhy,
  },
]
