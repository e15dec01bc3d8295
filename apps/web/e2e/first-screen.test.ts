import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { scriptedServer } from './support/scripted-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each([
  ['de-AT', 'de'],
  ['fr-FR', 'en'],
])('who reads %s gets the words of %s alone, beside the app', async (locale, language) => {
  const server = await scriptedServer()
  const context = await browser.newContext({ locale })
  const page = await context.newPage()
  const words: string[] = []
  page.on('request', (request) => {
    const [, tag] = /\/assets\/(en|de)-[^/]+\.js$/.exec(request.url()) ?? []
    if (tag !== undefined) words.push(tag)
  })
  const wordsAreAsked = page.waitForRequest(/\/assets\/(?:en|de)-[^/]+\.js$/)
  // The app comes after its words have been asked for, so it is not the app that asks.
  await page.route(/\/assets\/index-[^/]+\.js$/, async (route) => {
    await wordsAreAsked
    await route.continue()
  })
  await page.goto(`http://127.0.0.1:${server.port}/`)
  await page.locator('header').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe(language)
  expect(words).toEqual([language])
  await context.close()
  server.close()
})

test('who comes for the first time asks for the board before the app is there, and once', async () => {
  const server = await scriptedServer()
  const page = await browser.newPage({ timezoneId: 'Europe/Berlin' })
  // The first word of the live stream makes the page ask again, a moment later: here that never comes.
  await page.clock.install({ time: '2026-11-28T12:00:00Z' })
  await page.clock.pauseAt('2026-11-28T12:00:01Z')
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/v1/') && pathname !== '/api/v1/live') asked.push(pathname)
  })
  const isBoardAsked = page.waitForRequest(/\/api\/v1\/board\?range=today&tz=Europe%2FBerlin&/)
  await page.route(/\/assets\/index-[^/]+\.js$/, async (route) => {
    await isBoardAsked
    await route.continue()
  })
  await page.goto(`http://127.0.0.1:${server.port}/`)
  await page.locator('header').waitFor()
  expect(asked.toSorted()).toEqual(['/api/v1/board', '/api/v1/status'])
  await page.close()
  server.close()
})
