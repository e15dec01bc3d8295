import type { Page } from 'playwright'
import { hostileCast } from '../cast.ts'
import { table, type State } from './state.ts'

const openFilter = async (page: Page) => {
  await page.locator('.lead .tools button').last().click()
  await page.locator('dialog[open] label').first().waitFor()
}
const openRange = async (page: Page) => {
  await page.locator('.lead .tools button').nth(-2).click()
  await page.locator('dialog[open] input').first().waitFor()
}
const openMenu = (at: number) => async (page: Page) => {
  await page.locator('header [aria-haspopup=menu]').nth(at).click()
  await page.locator('[role=menu]:popover-open [aria-checked=true]:focus').waitFor()
}

/** What opens when somebody asks for it. */
export const askedStates: readonly State[] = [
  {
    name: 'filter open',
    sizes: [30, 1000],
    ready: table,
    act: openFilter,
    says: (_, cast) => cast[9]?.name ?? '',
  },
  {
    name: 'filter open, nothing found',
    sizes: [30],
    ready: table,
    act: async (page) => {
      await openFilter(page)
      await page.locator('dialog input[type=search]').fill('nobody is called this')
    },
    says: ({ filters }) => filters.dialog.none,
  },
  {
    name: 'filter open, hostile names',
    sizes: [0],
    cast: hostileCast,
    path: '/?team=t_1',
    ready: table,
    act: openFilter,
    says: (_, cast) => cast[5]?.name ?? '',
  },
  {
    name: 'custom range open',
    sizes: [30],
    ready: table,
    act: openRange,
    says: ({ filters }) => filters.customRange.apply,
  },
  {
    name: 'custom range open, mistaken',
    sizes: [30],
    path: '/?from=2026-11-20T08:00:00Z&to=2026-11-20T16:30:00Z&tz=America/Argentina/Buenos_Aires',
    ready: table,
    act: async (page) => {
      await openRange(page)
      for (const input of await page.locator('dialog input:not([type=checkbox])').all())
        await input.fill('')
    },
    says: ({ filters }) => filters.customRange.notAMoment,
  },
  {
    name: 'help open',
    sizes: [30],
    ready: table,
    act: async (page) => {
      await page.locator('header .tools button').last().click()
      await page.locator('dialog[open] kbd').first().waitFor()
    },
    says: ({ shell }) => shell.useShortcuts,
  },
  {
    name: 'languages open',
    sizes: [30],
    ready: table,
    act: openMenu(0),
    says: () => 'Deutsch',
  },
  {
    name: 'themes open',
    sizes: [30],
    ready: table,
    act: openMenu(1),
    says: ({ shell }) => shell.themes.dark,
  },
  {
    name: 'hint open',
    sizes: [30],
    narrowest: 768,
    ready: table,
    act: async (page) => {
      await page.locator('.name .hint button').focus()
      await page.locator('.tip:popover-open').waitFor()
    },
    says: ({ board }) => board.ties,
  },
]
