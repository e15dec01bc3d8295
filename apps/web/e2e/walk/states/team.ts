import { hostileCast } from '../cast.ts'
import { noUsage } from '../usage-of.ts'
import { problem } from '../world-of.ts'
import { some, table, type State } from './state.ts'

const card = 'dialog[open] .mine'

/** One team: its row, its card. */
export const teamStates: readonly State[] = [
  {
    name: 'row expanded',
    sizes: [30, 1000],
    ready: table,
    act: async (page) => {
      await page.locator('.more button').nth(1).click()
      await page.locator('.details .keys').waitFor()
    },
    says: ({ team }) => team.keyWithoutName,
  },
  {
    name: 'row whose keys do not come',
    sizes: [30],
    twist: { instead: { '/teams/t_4': problem(503, 'The store does not answer.') } },
    ready: table,
    act: async (page) => {
      await page.locator('[data-team=t_4] .more button').click()
      await page.locator('.details .error').waitFor()
    },
    says: ({ team }) => team.keysFailed,
    isRefused: true,
  },
  {
    name: 'drawer',
    sizes: some,
    path: '/t/t_1',
    ready: card,
    says: ({ team }) => team.parts,
  },
  {
    name: 'drawer, its end',
    sizes: [30],
    path: '/t/t_5?measure=score',
    stored: { team: 't_5' },
    ready: card,
    act: async (page) => {
      await page.locator('dialog summary').click()
      await page.locator(card).scrollIntoViewIfNeeded()
    },
    says: ({ board }) => board.forgetMine,
  },
  {
    name: 'drawer of a team from the middle',
    sizes: [30],
    path: '/t/t_8?measure=score',
    ready: card,
    says: ({ team }) => team.blocked,
  },
  {
    name: 'drawer of a team that is gone',
    sizes: [1000],
    path: '/t/t_41',
    ready: card,
    says: ({ team }) => team.gone,
  },
  {
    name: 'drawer of a team without traffic',
    sizes: [3],
    path: '/t/t_3',
    twist: {
      board: ({ rows }) => ({
        rows: rows.slice(0, 2),
        idle: rows.slice(2).map(({ team }) => team),
      }),
      team: ({ series }) => ({
        usage: noUsage,
        momentum: null,
        score: null,
        rank: null,
        series: { ...series, lines: [] },
        keys: [],
        models: [],
        budget: null,
        badges: [],
      }),
    },
    ready: card,
    says: ({ team }) => team.notRanked,
  },
  {
    name: 'drawer of nobody',
    sizes: [0, 30],
    path: '/t/t_unknown',
    ready: 'dialog[open] h2',
    says: ({ team }) => team.unknown,
    isRefused: true,
  },
  {
    name: 'drawer that waits',
    sizes: [30],
    path: '/t/t_2',
    twist: { instead: { '/teams/t_2': 'never' } },
    ready: 'dialog[open] .skeleton',
    says: (_, cast) => cast[1]?.name ?? '',
  },
  {
    name: 'drawer that fails',
    sizes: [30],
    path: '/t/t_2',
    twist: { instead: { '/teams/t_2': problem(503, 'The store does not answer.') } },
    ready: 'dialog[open] .error',
    says: ({ team }) => team.cannotShow,
    isRefused: true,
  },
  {
    name: 'drawer of a hostile name',
    sizes: [0],
    cast: hostileCast,
    path: '/t/t_6',
    ready: card,
    says: (_, cast) => cast[5]?.name ?? '',
  },
]
