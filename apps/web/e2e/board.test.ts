import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { startPodium, type RunningPodium } from './support/start-podium.ts'
import { watchFaults } from './support/watch-faults.ts'

let podium: RunningPodium
let browser: Browser

beforeAll(async () => {
  podium = await startPodium()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await podium.stop()
})

/** In UTC a day is what the gateway calls one, so the demo has a whole board from its first read. */
async function open(
  path = '/?range=24h',
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ timezoneId: 'UTC', ...options })
  const faults = watchFaults(page, podium.address)
  await page.goto(podium.address + path)
  await page.locator('[data-team]').nth(4).waitFor()
  return { page, faults }
}

const exact = (text: string | null) => Number.parseInt(text?.replaceAll(',', '') ?? '', 10)

test('the demo board ranks its teams and changes by itself', async () => {
  const { page, faults } = await open()
  // All in one look: between two of them the board may change.
  const read = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-team] .value .number[title]')].map((value) =>
        value.getAttribute('title'),
      ),
    )
  const first = (await read()).map(exact)
  expect(first.length).toBeGreaterThan(2)
  expect(first).toEqual(first.toSorted((a, b) => b - a))
  await expect.poll(async () => (await read()).map(exact)).not.toEqual(first)
  expect(await page.getByText('Demo data').first().isVisible()).toBe(true)
  await expect.poll(() => page.title()).toMatch(/ leads · Podium$/)
  expect(faults).toEqual([])
  await page.close()
})

test('the card of a team of the demo opens over the board', async () => {
  const { page, faults } = await open()
  await page.locator('.step a').first().click()
  const card = page.getByRole('dialog')
  await card.getByText('How the score is made').waitFor()
  await card.getByText('Next lever').waitFor()
  expect(faults).toEqual([])
  await page.close()
})

test('at 320 px nothing scrolls sideways', async () => {
  const { page, faults } = await open('/?range=24h&measure=score', {
    viewport: { width: 320, height: 900 },
    locale: 'de-DE',
  })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  expect(faults).toEqual([])
  await page.close()
})

test('the measure, the range and the search are in the address, and a shared link wins over what is kept', async () => {
  const { page, faults } = await open()
  await page.getByText('Success', { exact: true }).first().click()
  await page.getByText('7 days').click()
  await page.keyboard.press('/')
  await page.keyboard.type('pilots, ZERO')
  await expect.poll(() => page.locator('[data-team]').count()).toBe(2)
  await expect
    .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
    .toEqual({ measure: 'success', range: '7d', q: 'pilots, ZERO' })

  await page.goto(page.url())
  await expect.poll(() => page.locator('[data-team]').count()).toBe(2)
  await page.goto(`${podium.address}/`)
  await page.locator('.step').first().waitFor()
  // What was chosen here returns, without the search of the moment.
  await expect.poll(() => new URL(page.url()).search).toBe('?range=7d&measure=success')
  await page.goto(`${podium.address}/?range=24h`)
  await page.locator('.step').first().waitFor()
  expect(new URL(page.url()).search).toBe('?range=24h')
  expect(faults).toEqual([])
  await page.close()
})

test('a search without a match says so and leads back', async () => {
  const { page } = await open('/?range=24h')
  await page.getByRole('searchbox').fill('nobody')
  await page.getByRole('heading', { name: /^0 of \d+ teams match/ }).waitFor()
  await page.getByRole('button', { name: 'Clear search' }).click()
  await page.locator('[data-team]').first().waitFor()
  await page.close()
})

test('a filter shows as a chip, and an address that names nobody is told apart from an empty board', async () => {
  const { page } = await open()
  await page.getByRole('button', { name: 'Filter' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Model').click()
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('model')).not.toBeNull()
  await page.getByRole('group', { name: 'Active filters' }).getByRole('button').first().click()
  await expect.poll(() => new URL(page.url()).searchParams.get('model')).toBeNull()

  await page.goto(`${podium.address}/?team=t_nobody`)
  await page.getByRole('heading', { name: 'The server does not know' }).waitFor()
  await page.getByRole('button', { name: 'Reset' }).last().click()
  await expect.poll(() => new URL(page.url()).search).toBe('')
  await page.close()
})

test('an unknown address says so and leads back', async () => {
  const page = await browser.newPage()
  await page.goto(`${podium.address}/nowhere`)
  await page.getByRole('link', { name: 'Back to the board' }).click()
  await page.locator('[data-team], .empty').first().waitFor()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  await page.close()
})
