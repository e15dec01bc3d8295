import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { castOf } from './walk/cast.ts'
import { serveWorld, type World } from './walk/serve-world.ts'
import { problem, worldOf } from './walk/world-of.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A page that nobody will ever click on, and the keys to use it. */
async function atKeyboard(world: World, path = '/') {
  const server = await serveWorld(world)
  const page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  await page.goto(server.address + path)
  return {
    page,
    press: (...keys: string[]) => pressAll(page, keys),
    reach: (target: Locator) => reach(page, target),
    query: () => Object.fromEntries(new URL(page.url()).searchParams),
    [Symbol.asyncDispose]: async () => {
      await page.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** On and on by Tab until this has the focus, as it has to be possible. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 100; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target.toString()}`)
}

const rows = (page: Page) => page.locator('[data-team]').count()
const team = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('measure, range and search', async () => {
  await using keys = await atKeyboard(worldOf(castOf(12)))
  const { page, reach, press, query } = keys
  await reach(page.getByRole('radio', { name: 'Score' }))
  await press('ArrowRight')
  await expect.poll(query).toEqual({ measure: 'efficiency' })
  await reach(page.getByRole('radio', { name: 'Today' }))
  await press('ArrowRight')
  await expect.poll(query).toEqual({ measure: 'efficiency', range: '7d' })
  await press('/')
  await page.keyboard.type('lions, goats')
  await expect.poll(() => rows(page)).toBe(2)
  await press('Escape')
  await expect.poll(() => rows(page)).toBe(12)
})

test('keys and models, the own team, its card', async () => {
  await using keys = await atKeyboard(worldOf(castOf(12)))
  const { page, reach, press } = keys
  await reach(team(page, 'Token Tapirs').getByRole('button', { name: /^Keys and models/ }))
  await press('ArrowDown', 'ArrowDown', 'Enter')
  const mine = page.locator('[data-details]').getByRole('button', { name: 'This is my team' })
  await reach(mine)
  await press('Enter')
  await team(page, 'Gradient Goats').getByText('You', { exact: true }).waitFor()
  await press('Escape')
  await expect.poll(() => page.locator('[data-details]').count()).toBe(0)

  const link = team(page, 'Gradient Goats').getByRole('link')
  await press('Shift+Tab')
  await reach(link)
  await press('Enter')
  const card = page.getByRole('dialog', { name: 'Gradient Goats' })
  await card.getByText('Your next lever').waitFor()
  await reach(card.getByText('As a table'))
  await press('Enter')
  await card.getByRole('columnheader', { name: 'Time' }).waitFor()
  await reach(card.getByRole('button', { name: 'Not my team', exact: true }))
  await press('Enter')
  await press('Escape')
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await page.getByText('You', { exact: true }).count()).toBe(0)
})

test('filters, from the dialog to the chip that takes one back', async () => {
  await using keys = await atKeyboard(worldOf(castOf(12)))
  const { page, reach, press, query } = keys
  await reach(page.getByRole('button', { name: 'Filter' }))
  await press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Filter by' })
  await reach(dialog.getByRole('radio', { name: 'Team' }))
  await press('ArrowRight')
  await reach(dialog.getByRole('checkbox', { name: 'gpt-5-mini' }))
  await press('Space')
  await expect.poll(query).toEqual({ model: 'gpt-5-mini' })
  await reach(dialog.getByRole('button', { name: 'Done' }))
  await press('Enter')
  await reach(page.getByRole('button', { name: 'Remove Model: gpt-5-mini' }))
  await press('Enter')
  await expect.poll(query).toEqual({})

  await reach(page.getByRole('button', { name: 'Custom range' }))
  await press('Enter')
  await reach(page.getByRole('dialog').getByRole('button', { name: 'Apply' }))
  await press('Enter')
  await expect.poll(() => Object.keys(query())).toEqual(['from', 'to', 'tz'])
})

test('theme, language, and the help that switches single keys off', async () => {
  await using keys = await atKeyboard(worldOf(castOf(3)))
  const { page, reach, press } = keys
  await reach(page.getByRole('button', { name: 'Theme' }))
  await press('Enter')
  await page.getByRole('menuitemradio', { name: 'System' }).and(page.locator(':focus')).waitFor()
  await press('End', 'Enter')
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')

  await page.locator('[data-team]').first().waitFor()
  await press('?')
  const help = page.getByRole('dialog', { name: 'Help and settings' })
  await reach(help.getByRole('switch', { name: 'Use single-key shortcuts' }))
  await press('Space', 'Escape')
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
  await press('?', '/')
  expect(await page.locator('dialog[open], input:focus').count()).toBe(0)
  await reach(page.getByRole('button', { name: 'Help and settings' }))
  await press('Enter')
  await reach(help.getByRole('switch', { name: 'Use single-key shortcuts' }))
  await press('Space')
  await reach(help.getByRole('button', { name: 'Close' }))
  await press('Enter', '/')
  await page.getByRole('searchbox').and(page.locator(':focus')).waitFor()
  await press('Tab')

  await reach(page.getByRole('button', { name: /^Language/ }))
  await press('Enter')
  await page.getByRole('menuitemradio', { name: 'English' }).and(page.locator(':focus')).waitFor()
  await press('ArrowDown', 'Enter')
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de')
})

test('signing in', async () => {
  let isIn = false
  const inside = worldOf(castOf(3))
  await using keys = await atKeyboard((url, times) => {
    // The first question is whether anybody is signed in, the second one is the token.
    if (url.pathname === '/api/v1/session' && times > 1) isIn = true
    return isIn || url.pathname === '/api/v1/session' ? inside(url, times) : problem(401, 'Closed.')
  })
  const { page, reach, press } = keys
  await reach(page.getByLabel('Token', { exact: true }))
  await page.keyboard.type('a token')
  await press('Enter')
  await page.locator('[data-team]').first().waitFor()
})
