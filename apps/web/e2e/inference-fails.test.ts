import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { castOf } from './walk/cast.ts'
import { gatherShifts } from './walk/gather-page.ts'
import { serveWorld } from './walk/serve-world.ts'
import { problem, worldOf } from './walk/world-of.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const now = Date.parse('2026-11-21T14:30:00Z')
const ofEngines = /\/(inference|gpus)(\/|$)/

/** A server whose answers can be made to fail, by their paths. */
async function open({ fails, width = 1440 }: { fails: RegExp | null; width?: number }) {
  const world = worldOf(castOf(3), {}, () => now)
  let failing = fails
  const server = await serveWorld((url, times) =>
    failing?.test(url.pathname) === true
      ? problem(503, 'The store does not answer.')
      : world(url, times),
  )
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  })
  onTestFinished(async () => {
    await page.close()
    await server[Symbol.asyncDispose]()
  })
  await page.clock.setFixedTime(now)
  await page.goto(`${server.address}/inference`)
  const announce = async (path: string) => {
    const answered = page.waitForResponse((response) => new URL(response.url()).pathname === path)
    server.announce()
    await answered
  }
  return {
    page,
    announce,
    let: (wanted: RegExp | null) => (failing = wanted),
  }
}

const placesOf = (page: Page) =>
  page.locator('main :is(h1, h2, h3, figcaption, dt, canvas, table)').evaluateAll((all) =>
    all.map((element) => {
      const { left, top, width } = element.getBoundingClientRect()
      return [element.localName, left, top, width].join()
    }),
  )

test.each([1440, 390])(
  'what is shown stays where it is when engines cannot be read, says since when, and goes on (%i px)',
  async (width) => {
    const { page, announce, let: fail } = await open({ fails: null, width })
    await page.locator('.model canvas').nth(7).waitFor()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const before = await placesOf(page)
    expect(await page.locator('.stale').count()).toBe(0)
    fail(ofEngines)
    await announce('/api/v1/inference')
    await page.getByText('Data from 15:30:00').waitFor()
    expect(await placesOf(page)).toEqual(before)
    fail(null)
    await announce('/api/v1/inference')
    await expect.poll(() => page.locator('.stale').count()).toBe(0)
    expect(await placesOf(page)).toEqual(before)
    expect((await page.evaluate(gatherShifts)).filter(({ by }) => by > 0.002)).toEqual([])
  },
)

test('when nothing of the server can be had any more, the page keeps all that it showed', async () => {
  const { page, announce, let: fail } = await open({ fails: null })
  await page.locator('.model canvas').nth(7).waitFor()
  const headings = await page.getByRole('heading').allTextContents()
  fail(/^\/api\/v1\/(?!live)/)
  await announce('/api/v1/inference')
  await page.getByText('Podium does not answer').waitFor()
  expect(await page.getByRole('heading').allTextContents()).toEqual(headings)
  expect(await page.locator('.model canvas').count()).toBeGreaterThanOrEqual(8)
})

test('a part that fails says so in its place, and can be asked for again; the others are there', async () => {
  const { page, let: fail } = await open({ fails: /\/(gpus|load|series)$|window=10m/ })
  await page.locator('.model .terms').first().waitFor()
  const problems = page.locator('main .problem')
  // The charts of two models, the GPUs, the load.
  await expect.poll(() => problems.count()).toBe(4)
  expect(await problems.first().textContent()).toContain('The store does not answer.')
  fail(null)
  // What is asked for again may be there before the next press.
  const tryAgain = () =>
    problems.evaluateAll(([problem]) => problem?.querySelector('button')?.click())
  await expect.poll(() => tryAgain().then(() => problems.count())).toBe(0)
  await page.locator('.gpus article').first().waitFor()
  await page.locator('.load table').waitFor()
  await page.locator('.model canvas').nth(7).waitFor()
})

test('where nothing could be read from the beginning, the page says why and begins when it can', async () => {
  const { page, announce, let: fail } = await open({ fails: ofEngines })
  await page.getByRole('heading', { name: 'The engines could not be read' }).waitFor()
  expect(await page.locator('main .skeleton').count()).toBe(0)
  fail(null)
  await announce('/api/v1/inference')
  await page.locator('.model canvas').nth(7).waitFor()
})
