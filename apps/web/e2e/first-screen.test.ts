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
