import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { castOf } from '../walk/cast.ts'
import { serveWorld } from '../walk/serve-world.ts'
import { worldOf } from '../walk/world-of.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each([
  ['/analytics', 'on yesterday'],
  ['/analytics?range=7d', 'on the week before'],
])('at %s a change is %s, and what stands under the figures is on one line', async (path, said) => {
  const server = await serveWorld(worldOf(castOf(3)))
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  onTestFinished(async () => {
    await page.close()
    await server[Symbol.asyncDispose]()
  })
  await page.goto(server.address + path)
  const tokens = page.locator('.metric', { hasText: 'Tokens' }).first()
  await tokens.locator('.before').waitFor()
  expect(await tokens.locator('.second').textContent()).toContain(said)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const tops = await page
    .locator('.metric .second')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
})
