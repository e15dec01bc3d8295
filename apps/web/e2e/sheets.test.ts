import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { sheetsOf } from './support/sheets-of.ts'
import { castOf } from './walk/cast.ts'
import { gatherTexts } from './walk/gather-texts.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const now = Date.parse('2026-11-21T14:30:00Z')
const centimetre = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' }

/** Read in the dark, by choice. */
async function open(path: string, ready: string): Promise<Page> {
  const server = await serveWorld(worldOf(castOf(12), {}, () => now))
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    colorScheme: 'dark',
  })
  await page.clock.setFixedTime(now)
  onTestFinished(async () => {
    await page.close()
    await server[Symbol.asyncDispose]()
  })
  await page.addInitScript(() => localStorage.setItem('podium.theme', 'dark'))
  await page.goto(server.address + path)
  await page.locator(ready).first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page
}

test.each([
  {
    path: '/analytics?range=7d',
    ready: '#budgets table',
    first: 'Tokens over time',
    last: 'Budgets',
  },
  { path: '/models', ready: '#cache table', first: 'Worth knowing', last: 'Cache' },
  { path: '/inference', ready: '.load table', first: 'qwen3-32b', last: 'Who loads the engines' },
])('each card of $path is on one sheet of A4', async ({ path, ready, first, last }) => {
  const page = await open(path, ready)
  const pdf = await page.pdf({ format: 'A4', margin: centimetre, tagged: true, outline: true })
  const sheets = sheetsOf(pdf)
  expect([...sheets.keys()]).toEqual(expect.arrayContaining([first, last]))
  expect([...sheets].filter(([, on]) => on.size !== 1)).toEqual([])
})

/** What of a row is not drawn. */
function missingColumns() {
  const parts = ['rank', 'moved', 'name', 'size', 'value', 'trend', 'second', 'success']
  return [...document.querySelectorAll('.line[data-team]')].flatMap((row) =>
    parts.filter((part) => row.querySelector(`.${part}`)?.checkVisibility() !== true),
  )
}

test('the board on A4 is the table with all its columns, each name whole, in the colours of paper', async () => {
  const page = await open('/?measure=tokens', '.line[data-team] .value')
  await page.locator('.line .more button').first().click()
  await page.locator('.details .keys').waitFor()
  await page.evaluate(() => void dispatchEvent(new Event('beforeprint')))
  await page.setViewportSize({ width: 718, height: 1047 })
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(missingColumns)).toEqual([])
  expect(await page.locator('.head .size').isVisible()).toBe(true)
  const { scrollWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
  }))
  expect(scrollWidth).toBeLessThanOrEqual(718)
  const texts = await page.evaluate(gatherTexts)
  // A title says nothing on paper.
  expect(
    texts.filter(({ cut }) => cut > 1).map(({ text, where }) => `${text} in ${where}`),
  ).toEqual([])
  const all = texts.map(({ text }) => text)
  expect(all).toContain('Retrieval-Augmented Rabbits of the Rhine-Neckar Region')
  expect(all.join(' ')).toMatch(/Ranking by Tokens .*Printed Nov 21, 2026/)
  const coloursOf = (part: string) =>
    page
      .locator(part)
      .evaluateAll((bars) => [...new Set(bars.map((bar) => getComputedStyle(bar).backgroundColor))])
  expect(await coloursOf('.line .size .bar')).toEqual(['rgb(236, 234, 228)'])
  expect(await coloursOf('.step')).toEqual(['rgb(255, 255, 255)'])
})
