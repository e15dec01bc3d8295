import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { scriptedServer } from './support/scripted-server.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof scriptedServer>>

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await scriptedServer()
})
afterEach(() => server.close())

const statusAsked = () => server.count('GET /api/v1/status')

test.each([
  ['127.0.0.1', true],
  ['podium.lan', false],
])(
  'two tabs on %s share one stream, and one takes over when the other closes',
  async (host, secure) => {
    const context = await browser.newContext()
    const [first, second] = [await context.newPage(), await context.newPage()]
    await first.goto(`http://${host}:${server.port}/`)
    expect(await first.evaluate(() => isSecureContext)).toBe(secure)
    await expect.poll(server.streams).toBe(1)
    await second.goto(`http://${host}:${server.port}/`)
    await expect.poll(statusAsked).toBeGreaterThanOrEqual(3)
    expect(server.count('GET /api/v1/live')).toBe(1)

    const before = statusAsked()
    server.announce()
    await expect.poll(statusAsked).toBeGreaterThanOrEqual(before + 2)

    await first.close()
    await expect.poll(() => server.count('GET /api/v1/live')).toBe(2)
    await expect.poll(server.streams).toBe(1)
    await context.close()
  },
)

test('a hundred announcements are few questions', async () => {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.port}/`)
  await expect.poll(statusAsked).toBeGreaterThanOrEqual(2)
  const before = statusAsked()
  for (let count = 0; count < 100; count += 1) server.announce()
  await expect.poll(statusAsked).toBeGreaterThan(before)
  // Whoever asked for each of them would not be done when it asks for the next one.
  const between = statusAsked()
  server.announce()
  await expect.poll(statusAsked).toBeGreaterThan(between)
  expect(statusAsked()).toBeLessThan(before + 10)
  await page.close()
})

test('a refused stream is told, the page asks by the clock, and a newer server offers a reload', async () => {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.port}/`)
  await expect.poll(server.streams).toBe(1)
  server.breakStreams({ refuse: true })
  await page.getByText('polling', { exact: true }).waitFor()
  server.breakStreams({ refuse: false, version: '2' })
  await page.getByRole('button', { name: 'Reload' }).waitFor()
  expect(await page.getByText('polling', { exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Reload' }).count()).toBe(0)
  await page.close()
})
