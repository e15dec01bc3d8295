import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { watchFaults } from '../support/watch-faults.ts'
import { castOf } from '../walk/cast.ts'
import { gatherTexts } from '../walk/gather-texts.ts'
import { judgeTexts } from '../walk/judge-texts.ts'
import { serveWorld } from '../walk/serve-world.ts'
import { worldOf } from '../walk/world-of.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const now = Date.parse('2026-11-21T14:30:00Z')
const pages = [
  { path: '/analytics?range=7d&team=t_1&team=t_2', heading: 'Analytics', canvases: 5 },
  { path: '/models?range=7d&model=gpt-5-mini', heading: 'Models', canvases: 1 },
  { path: '/inference', heading: 'Inference', canvases: 8 },
] as const
type Theme = 'light' | 'dark'

async function open({ path, canvases }: (typeof pages)[number], theme: Theme): Promise<Page> {
  const server = await serveWorld(worldOf(castOf(12), {}, () => now))
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    colorScheme: theme,
  })
  await page.clock.setFixedTime(now)
  const faults = watchFaults(page, server.address)
  onTestFinished(async () => {
    expect(faults).toEqual([])
    await page.close()
    await server[Symbol.asyncDispose]()
  })
  await page.goto(server.address + path)
  await expect.poll(() => page.locator('canvas').count()).toBeGreaterThanOrEqual(canvases)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // Charts are drawn again with the typeface, in the next frame.
  await frame(page)
  return page
}

const drawn = (page: Page) =>
  page.locator('canvas').evaluateAll((all) =>
    Promise.all(
      all.map(async (canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return ''
        // Of the same pixels there is the same sum.
        const bytes = new TextEncoder().encode(canvas.toDataURL())
        const sum = await crypto.subtle.digest('SHA-256', bytes)
        return [...new Uint8Array(sum)].join()
      }),
    ),
  )
/** As the browser does it; what is not drawn when the event is over never comes onto the paper. */
const print = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('beforeprint')))
const frame = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )

/** What was chosen is said in words, and what can only be pressed is not there. */
async function expectFilters(page: Page, path: string, all: string): Promise<void> {
  expect(all).toContain('the last 7 days, Europe/Berlin')
  expect(all).toContain(path.startsWith('/models') ? 'Model: gpt-5-mini' : 'Team: Latent Lions')
  // The names beside bars and lines, which elsewhere are buttons.
  expect(all).toContain('gemini-flash')
  const hidden = page.locator('.card .chart-name:not(:visible)')
  expect(await hidden.count()).toBe(0)
  expect(await page.locator('.card button:not(.chart-name):visible, select:visible').count()).toBe(
    0,
  )
}

test.each(pages)(
  'on a sheet of $path stand its title, its span and all names, nothing cut, and its charts are in the ink of paper',
  async (one) => {
    const page = await open(one, 'dark')
    const onScreen = await drawn(page)
    await print(page)
    const onPaper = await drawn(page)
    expect(onPaper).not.toEqual(onScreen)
    // A4 with a margin of 1 cm.
    await page.setViewportSize({ width: 718, height: 1047 })
    await page.emulateMedia({ media: 'print' })
    await frame(page)
    const texts = await page.evaluate(gatherTexts)
    expect(judgeTexts(texts)).toEqual([])
    const all = texts.map(({ text }) => text).join('\n')
    expect(all).toContain(one.heading)
    expect(all).toMatch(/Printed Nov 21, 2026/)
    if (one.path !== '/inference') await expectFilters(page, one.path, all)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect.poll(() => drawn(page)).not.toEqual(onPaper)
  },
)

test.each(pages.slice(0, 2))('a theme that changes under $path changes its charts', async (one) => {
  const page = await open(one, 'light')
  const before = await drawn(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => drawn(page)).not.toEqual(before)
})
