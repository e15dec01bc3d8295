import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
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

/** Of the script that the build made. */
async function workerPath(): Promise<string> {
  const assets = await readdir(join(import.meta.dirname, '../dist/assets'))
  return `/assets/${assets.find((name) => name.startsWith('stream-worker')) ?? ''}`
}

const statusAsked = () => server.count('GET /api/v1/status')

test.each([
  ['127.0.0.1', true],
  ['podium.lan', false],
])('tabs on %s share one stream, which ends with the last of them', async (host, secure) => {
  const context = await browser.newContext()
  const [first, second] = [await context.newPage(), await context.newPage()]
  await first.goto(`http://${host}:${server.port}/`)
  expect(await first.evaluate(() => isSecureContext)).toBe(secure)
  await expect.poll(server.streams).toBe(1)
  await second.goto(`http://${host}:${server.port}/`)
  await expect.poll(statusAsked).toBeGreaterThanOrEqual(3)

  const before = statusAsked()
  server.announce()
  await expect.poll(statusAsked).toBeGreaterThanOrEqual(before + 2)

  await first.close()
  const alone = statusAsked()
  server.announce()
  await expect.poll(statusAsked).toBeGreaterThan(alone)
  await expect.poll(server.streams).toBe(1)

  await second.close()
  await expect.poll(server.streams).toBe(0)
  await context.close()
})

test('a browser without shared workers holds a stream for each tab', async () => {
  const context = await browser.newContext()
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
  const [first, second] = [await context.newPage(), await context.newPage()]
  await first.goto(`http://127.0.0.1:${server.port}/`)
  await second.goto(`http://127.0.0.1:${server.port}/`)
  await expect.poll(server.streams).toBe(2)
  const before = statusAsked()
  server.announce()
  await expect.poll(statusAsked).toBeGreaterThanOrEqual(before + 2)
  await first.close()
  await expect.poll(server.streams).toBe(1)
  await context.close()
})

test('where the worker cannot be loaded the tab holds the stream', async () => {
  server.answers.set(await workerPath(), { status: 404, body: {} })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.port}/`)
  await expect.poll(server.streams).toBe(1)
  await page.close()
})

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
  await expect.poll(() => page.getByText('polling', { exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Reload' }).count()).toBe(0)
  await page.close()
})
