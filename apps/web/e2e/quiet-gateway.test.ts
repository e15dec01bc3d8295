import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { castOf } from './walk/cast.ts'
import { serveWorld } from './walk/serve-world.ts'
import { statusOf } from './walk/status-of.ts'
import { worldOf, type Twist } from './walk/world-of.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const evening = Date.parse('2026-11-21T21:00:00Z')

/** A page that nobody tells of anything any more, on a clock that only the test moves. */
async function openQuiet(twist: Twist = {}) {
  let at = evening
  const server = await serveWorld(worldOf(castOf(12), twist, () => at))
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'UTC' })
  onTestFinished(async () => {
    await page.close()
    await server[Symbol.asyncDispose]()
  })
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/board')) asked += 1
  })
  await page.clock.install({ time: at })
  await page.goto(`${server.address}/?range=1h`)
  await page.locator('[data-team]').first().waitFor()
  at += 60_000
  await page.clock.pauseAt(at)
  /** Second by second, as the page's own clock goes. */
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      at += 1000
      await page.clock.runFor(1000)
    }
  }
  const untilAsked = (times: number) =>
    expect
      .poll(async () => {
        await pass(1)
        return asked
      })
      .toBeGreaterThanOrEqual(times)
  // The first word of the stream makes it ask once more.
  await untilAsked(2)
  return { pass, untilAsked, asked: () => asked }
}

test('without any news the last hour moves on: it is asked for once a minute', async () => {
  const { pass, untilAsked, asked } = await openQuiet()
  await untilAsked(asked() + 1)
  for (let minute = 0; minute < 2; minute += 1) {
    const before = asked()
    await pass(50)
    expect(asked()).toBe(before)
    await pass(12)
    await expect.poll(asked).toBe(before + 1)
  }
})

test('while the gateway cannot be read, the last that is known stays', async () => {
  const { pass, asked } = await openQuiet({
    status: (now) => ({
      sources: statusOf(now).sources.map((source) => ({ ...source, state: 'down' as const })),
    }),
  })
  await pass(150)
  expect(asked()).toBe(2)
})
