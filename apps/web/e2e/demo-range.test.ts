import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { castOf } from './walk/cast.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const night = Date.parse('2026-11-30T00:05:00Z')

/** In a demo whose day is five minutes old. */
async function openAtNight(path: string) {
  const demo = { status: () => ({ demo: true }) }
  const server = await serveWorld(worldOf(castOf(3), demo, () => night))
  const page = await browser.newPage({ timezoneId: 'UTC' })
  onTestFinished(() => page.close().then(() => server[Symbol.asyncDispose]()))
  await page.clock.setFixedTime(night)
  await page.goto(server.address + path)
  await page.locator('.notices > *').first().waitFor()
  return { page, address: () => page.url().slice(server.address.length) }
}

test('soon after midnight a demo opens on the day that was', async () => {
  const { address } = await openAtNight('/')
  await expect.poll(address).toBe('/?range=24h')
})

test('whoever asks for something else in the night gets it', async () => {
  const { page, address } = await openAtNight('/nowhere')
  await page.getByRole('link', { name: 'Back to the board' }).waitFor()
  expect(address()).toBe('/nowhere')
  const { address: chosen } = await openAtNight('/?range=today')
  expect(chosen()).toBe('/?range=today')
})
