import { hostileCast } from '../cast.ts'
import { noUsage } from '../usage-of.ts'
import { sourceOf } from '../status-of.ts'
import { problem, type Twist } from '../world-of.ts'
import type { State } from './state.ts'

const ready = '#providers table'
const nothing: Twist['usage'] = ({ totals }) => ({
  rows: [],
  totals: { ...totals, usage: noUsage },
})

/** The pages of charts. */
export const analyticsStates: readonly State[] = [
  {
    name: 'analytics',
    sizes: [3, 30],
    path: '/analytics',
    ready,
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'analytics by model, before, cumulative',
    sizes: [30],
    path: '/analytics?by=model&then=team&before=1&cumulative=1&metric=requests&cell=cost',
    ready,
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'analytics, ratios over time',
    sizes: [30],
    path: '/analytics?metric=cost&by=provider',
    ready,
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'analytics of the whole range, as tables',
    sizes: [3, 30],
    path: '/analytics?bucket=all&table=time&table=models&table=success&table=cost&table=parts',
    ready: '#time table',
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'analytics, filtered',
    sizes: [3],
    path: '/analytics?team=t_2&model=gpt-5-mini&from=2026-11-20&to=2026-11-20&tz=UTC',
    ready,
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'analytics, loading',
    sizes: [3],
    path: '/analytics',
    twist: { instead: { '/usage': 'never', '/series': 'never' } },
    ready: 'main .skeleton',
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'analytics, nothing in the span',
    sizes: [0],
    path: '/analytics',
    twist: { usage: nothing },
    ready: 'main .empty',
    says: ({ filters }) => filters.reset,
  },
  {
    name: 'analytics, nothing matches',
    sizes: [3],
    path: '/analytics?team=t_2',
    twist: { usage: nothing },
    ready: 'main .empty',
    says: ({ filters }) => filters.reset,
  },
  {
    name: 'analytics, days not read',
    sizes: [3],
    path: '/analytics?range=7d',
    twist: {
      usage: ({ window }) => ({
        window: { ...window, unread_days: ['2026-11-18', '2026-11-19', '2026-11-20'] },
      }),
    },
    ready: 'main .notice',
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'analytics, stale',
    sizes: [3],
    path: '/analytics',
    twist: {
      status: (now) => ({
        sources: [sourceOf(now, { state: 'down', reason: 'conn_refused', ageMs: 37 * 60_000 })],
      }),
    },
    ready: '#providers .stale',
    says: ({ trust }) => trust.cannotRead,
  },
  {
    name: 'analytics, cards that fail',
    sizes: [3],
    path: '/analytics',
    twist: {
      instead: {
        '/series': problem(503, 'The store does not answer.'),
        '/matrix': problem(503, 'The store does not answer.'),
        '/budgets': problem(503, 'The store does not answer.'),
      },
    },
    ready: '#budgets .problem',
    says: ({ ui }) => ui.tryAgain,
    isRefused: true,
  },
  {
    name: 'analytics, hostile names',
    sizes: [0],
    cast: hostileCast,
    path: '/analytics?table=success&table=cost',
    ready,
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'analytics, a chart by keyboard',
    sizes: [30],
    path: '/analytics?before=1',
    ready,
    act: async (page) => {
      const chart = page.locator('#time [role=group][tabindex]')
      await chart.focus()
      await chart.press('ArrowLeft')
      await page.locator('#time .tip').waitFor()
    },
    says: ({ filters }) => filters.kinds.provider,
  },
  {
    name: 'models',
    sizes: [3, 30],
    path: '/models',
    ready: '#prices table',
    says: () => 'gemini-flash',
  },
  {
    name: 'models, shares as a table, filtered',
    sizes: [30],
    path: '/models?table=share&model=gemini-flash&provider=gemini',
    ready: '#share table',
    says: () => 'gemini-flash',
  },
  {
    name: 'models, loading',
    sizes: [3],
    path: '/models',
    twist: { instead: { '/models': 'never' } },
    ready: 'main .skeleton',
    says: ({ shell }) => shell.pageNames.models,
  },
  {
    name: 'models, nothing in the span',
    sizes: [0],
    path: '/models',
    twist: { usage: nothing },
    ready: 'main .empty',
    says: ({ filters }) => filters.reset,
  },
  {
    name: 'models, cards that fail',
    sizes: [3],
    path: '/models',
    twist: {
      instead: {
        '/series': problem(503, 'The store does not answer.'),
        '/usage': problem(503, 'The store does not answer.'),
      },
    },
    ready: '#cache .problem',
    says: ({ ui }) => ui.tryAgain,
    isRefused: true,
  },
]
