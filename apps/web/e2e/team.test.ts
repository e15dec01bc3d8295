import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { watchFaults } from './support/watch-faults.ts'
import { castOf } from './walk/cast.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serveWorld>>

beforeAll(async () => {
  server = await serveWorld(worldOf(castOf(12)))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

async function open(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ timezoneId: 'UTC', ...options })
  await page.goto(`${server.address}/?range=24h&measure=score`)
  await page.locator('.line[data-team]').nth(2).waitFor()
  return page
}

const toggleOf = (row: Locator) => row.getByRole('button', { name: /^Keys and models/ })

/** The same team, wherever it stands. */
async function teamOf(row: Locator): Promise<Locator> {
  return row.page().locator(`[data-team="${await row.getAttribute('data-team')}"]`)
}

test('a row opens to keys and models', async () => {
  const page = await open()
  const row = await teamOf(page.locator('.line[data-team]').first())
  await toggleOf(row).click()
  await page.locator('[data-details] li').first().waitFor()
  await toggleOf(row).click()
  await expect.poll(() => page.locator('[data-details]').count()).toBe(0)
  await page.close()
})

test('the card of a team opens over the board, is an address of its own, and Back closes it', async () => {
  const page = await open()
  const faults = watchFaults(page, server.address)
  const link = (await teamOf(page.locator('.step').first())).locator('a')
  const name = await link.textContent()
  await link.click()
  const card = page.getByRole('dialog')
  await card.getByRole('heading', { name: name?.trim() ?? '' }).waitFor()
  await card.getByText('How the score is made').waitFor()
  await card.getByText('Next lever').waitFor()
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/t\/t_[a-z0-9]+$/)
  const address = page.url()

  await page.goBack()
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  // The focus is where it was.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name)

  await page.goto(address)
  await page.getByRole('dialog').getByText('How the score is made').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  expect(faults).toEqual([])
  await page.close()
})

test('a team that nobody knows is told, and the board is one step away', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.address}/t/t_nobody?range=24h`)
  await page.getByRole('heading', { name: 'There is no such team' }).waitFor()
  await page.getByRole('button', { name: 'Back to the board' }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  await page.close()
})

test('the own team is kept on this device and pinned while its row is out of sight', async () => {
  const page = await open({ viewport: { width: 1280, height: 500 } })
  const last = await teamOf(page.locator('.line[data-team]').last())
  await toggleOf(last).click()
  await page.locator('[data-details]').getByRole('button', { name: 'This is my team' }).click()
  await page.keyboard.press('Escape')
  await page.evaluate(() => scrollTo(0, 0))
  const own = page.getByRole('complementary').filter({ hasText: 'Your card' })
  await own.waitFor()
  expect(await own.textContent()).toContain(' to ')
  await last.scrollIntoViewIfNeeded()
  await own.waitFor({ state: 'hidden' })

  await page.goto(`${server.address}/?range=24h&measure=score`)
  await own.getByRole('link', { name: 'Your card' }).click()
  await page.getByRole('dialog').getByText('Your next lever').waitFor()
  await page.close()
})
