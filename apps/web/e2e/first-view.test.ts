import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { castOf } from './walk/cast.ts'
import { gatherShifts } from './walk/gather-page.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const now = Date.parse('2026-11-21T14:30:00Z')

/** Who has never been here, and sees the demo. */
async function openFirst(height: number) {
  const world = worldOf(castOf(12), { status: () => ({ demo: true }) }, () => now)
  const server = await serveWorld(world)
  const context = await browser.newContext({
    viewport: { width: 1440, height },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  onTestFinished(async () => {
    await context.close()
    await server[Symbol.asyncDispose]()
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  const races: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/race') || request.url().includes('RaceChart'))
      races.push(request.url())
  })
  await page.goto(server.address)
  // The last of what comes, at the end of the page and of what is loaded.
  await page.locator('aside.whose').waitFor()
  await page.getByRole('button', { name: 'Race' }).waitFor()
  return { page, races }
}

/** Rows below the podium that can be read as a whole, and do not lie under what floats. */
function rowsInView() {
  const floating = document.querySelector('aside.whose')?.getBoundingClientRect().top ?? innerHeight
  const rows = [...document.querySelectorAll('.line[data-team]')]
  return rows.filter((row) => row.getBoundingClientRect().bottom <= floating).length
}

test('at 1440 × 900 the first visit sees the podium and five rows more, and nothing moves', async () => {
  const { page, races } = await openFirst(900)
  expect(await page.evaluate(rowsInView)).toBeGreaterThanOrEqual(5)
  const shifts = await page.evaluate(gatherShifts)
  expect(shifts.reduce((sum, { by }) => sum + by, 0)).toBeLessThanOrEqual(0.02)
  expect(races).toEqual([])

  await page.getByRole('button', { name: 'Race' }).click()
  await page.locator('.race-chart svg').first().waitFor()
  expect(races.length).toBeGreaterThan(0)
  await page.reload()
  await page.locator('.race .tools').waitFor()
})

test('where there is room for it the race is open from the beginning, and nothing moves', async () => {
  const { page } = await openFirst(1100)
  await page.locator('.race-chart svg').first().waitFor()
  // From the one edge of the table to the other.
  const [chart, table] = [page.locator('.race-chart'), page.locator('[role=table]')]
  expect((await chart.boundingBox())?.width).toBe((await table.boundingBox())?.width)
  expect(await page.evaluate(rowsInView)).toBeGreaterThanOrEqual(4)
  const shifts = await page.evaluate(gatherShifts)
  expect(shifts.reduce((sum, { by }) => sum + by, 0)).toBeLessThanOrEqual(0.02)
})
