import type { Browser, Page, Request } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { castOf } from './walk/cast.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const often = { interval: 10 }
const value = '[role=table] [data-team] .value .number'

type Day = {
  page: Page
  /** How often the board was answered. */
  asked: () => number
  /** Its own clock goes on, but not while it waits for an answer: it would give up in real milliseconds. */
  goOn: (ms: number) => Promise<void>
}

/** The page is asked for its data again; its own clock runs as fast as is wanted. */
async function openDay(address: string): Promise<Day> {
  const page = await browser.newPage()
  const isBoard = (request: Request) => request.url().includes('/api/v1/board')
  let asked = 0
  let begun = 0
  page.on('request', (request) => {
    if (isBoard(request)) begun += 1
  })
  page.on('requestfailed', (request) => {
    if (isBoard(request)) begun -= 1
  })
  page.on('requestfinished', (request) => {
    if (isBoard(request)) asked += 1
  })
  await page.clock.install()
  await page.goto(address)
  await page.clock.runFor(1000)
  await page.locator(value).first().waitFor()
  return {
    page,
    asked: () => asked,
    goOn: async (ms) => {
      if (begun === asked) await page.clock.runFor(ms)
    },
  }
}

test('update after update leaves no listener, no element and no timer behind', async () => {
  await using server = await serveWorld(worldOf(castOf(12)))
  const { page, asked, goOn } = await openDay(server.address)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')

  async function live(updates: number): Promise<void> {
    for (let update = 0; update < updates; update += 1) {
      const before = asked()
      server.announce()
      // What the stream says comes by the network, which no clock of the page drives.
      await expect
        .poll(async () => {
          await goOn(5000)
          return asked()
        }, often)
        .toBeGreaterThan(before)
    }
  }
  async function held(): Promise<Record<string, number>> {
    await page.clock.runFor(5000)
    await devtools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    const wanted = ['JSEventListeners', 'Nodes', 'Documents']
    return Object.fromEntries(
      metrics.filter(({ name }) => wanted.includes(name)).map(({ name, value: of }) => [name, of]),
    )
  }
  const updates = inject('isDeep') ? 480 : 40
  await live(20)
  const before = await held()
  await live(updates)
  const after = await held()
  expect(asked()).toBeGreaterThanOrEqual(updates)
  expect(after['JSEventListeners']).toBe(before['JSEventListeners'])
  expect(after['Documents']).toBe(before['Documents'])
  // Numbers of another length may come as another number of texts.
  expect(Math.abs((after['Nodes'] ?? 0) - (before['Nodes'] ?? 0))).toBeLessThan(60)
  await page.close()
})

test('a page that was asleep asks once when it is seen again, however much it missed', async () => {
  await using server = await serveWorld(worldOf(castOf(3)))
  const { page, asked, goOn } = await openDay(server.address)
  await expect.poll(asked, often).toBeGreaterThanOrEqual(2)
  const hide = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, isHidden)
  await page.clock.runFor(6000)
  await hide(true)
  const before = asked()
  for (let hour = 0; hour < 8; hour += 1) {
    server.announce()
    await page.clock.fastForward(3_600_000)
  }
  expect(asked()).toBe(before)
  await hide(false)
  await expect
    .poll(async () => {
      await goOn(1000)
      return asked()
    }, often)
    .toBeGreaterThan(before)
  await page.close()
})

test('a browser that speaks German starts in German, and what is chosen instead stays', async () => {
  await using server = await serveWorld(worldOf(castOf(3)))
  const context = await browser.newContext({ locale: 'de-AT' })
  const page = await context.newPage()
  await page.goto(server.address)
  await page.getByRole('radio', { name: 'Heute' }).waitFor({ state: 'attached' })
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await page.getByRole('button', { name: /^Sprache/ }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await page.getByRole('radio', { name: 'Today' }).waitFor({ state: 'attached' })
  await page.reload()
  await page.getByRole('radio', { name: 'Today' }).waitFor({ state: 'attached' })
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await context.close()
})
