import { readFile } from 'node:fs/promises'
import axe from 'axe-core'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { watchFaults } from '../support/watch-faults.ts'
import { castOf } from '../walk/cast.ts'
import { serveWorld } from '../walk/serve-world.ts'
import { worldOf } from '../walk/world-of.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const now = Date.parse('2026-11-21T14:30:00Z')
const pages = [
  { path: '/analytics', cards: 9, charts: ['time', 'models', 'success', 'cost', 'parts'] },
  { path: '/models', cards: 4, charts: ['share'] },
] as const

/** A page of charts with all of them drawn. */
async function open({ path, charts }: (typeof pages)[number]): Promise<Page> {
  const server = await serveWorld(worldOf(castOf(12), {}, () => now))
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  const faults = watchFaults(page, server.address)
  onTestFinished(async () => {
    expect(faults).toEqual([])
    await context.close()
    await server[Symbol.asyncDispose]()
  })
  await page.goto(server.address + path)
  for (const id of charts) await page.locator(`#${id} canvas`).waitFor()
  return page
}

/** Only colours differ between the themes. */
async function barriers(page: Page, rules: object): Promise<unknown> {
  return await page.evaluate(
    `axe.run(${JSON.stringify(rules)}).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
  )
}

/** What the status region says after a key, which is something else than before. */
async function saidAfter(chart: Locator, key: string): Promise<string> {
  const status = chart.page().locator('p[role=status]')
  const before = await status.textContent()
  await chart.press(key)
  await expect.poll(() => status.textContent()).not.toBe(before)
  return (await status.textContent()) ?? ''
}

test.each(pages)('nothing on $path keeps anybody out, in either theme', async (one) => {
  const page = await open(one)
  expect(await page.locator('section.card').count()).toBe(one.cards)
  await page.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
    await page.emulateMedia({ colorScheme })
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish()
    })
    expect(await barriers(page, rules)).toEqual([])
  }
})

test.each(pages)('every chart of $path can be read by keyboard alone', async (one) => {
  const page = await open(one)
  for (const id of one.charts) {
    const card = page.locator(`#${id}`)
    const chart = card.locator('[role=group][tabindex="0"]')
    expect(await chart.getAttribute('aria-label'), id).not.toBe('')
    await chart.focus()
    // Bars go down, steps and bubbles to the right.
    const [first, second] = [await saidAfter(chart, 'End'), await saidAfter(chart, 'Home')]
    expect(first, id).not.toBe(second)
    await saidAfter(
      chart,
      id === 'time' || id === 'cost' || id === 'share' ? 'ArrowRight' : 'ArrowDown',
    )
    await chart.press('Escape')

    const button = card.getByRole('button', { name: 'Table' })
    await button.focus()
    await button.press('Enter')
    await card.locator('table').waitFor()
    expect(await chart.isVisible(), id).toBe(false)
    await button.press('Enter')
    await chart.waitFor()
    expect(await card.locator('table').count(), id).toBe(0)
  }
})

test.each(pages)(
  'every card of $path gives its files, its picture, its link and its question',
  async (one) => {
    const page = await open(one)
    const charts: readonly string[] = one.charts
    for (const card of await page.locator('section.card').all()) {
      const id = (await card.getAttribute('id')) ?? ''
      const menu = card.getByRole('button', { name: 'Export' })
      await menu.press('Enter')
      const item = (name: string) => card.getByRole('menuitem', { name })
      expect(await item('CSV').getAttribute('href'), id).toMatch(/^\/api\/v1\/export\/\w+\.csv\?/)
      expect(await item('CSV').getAttribute('download'), id).toMatch(
        new RegExp(`^podium-${id}${id === 'budgets' ? '' : '-.+'}\\.csv$`),
      )
      const question = (await item('Open as JSON').getAttribute('href')) ?? ''
      expect((await page.request.get(new URL(question, page.url()).href)).ok(), id).toBe(true)
      await item('Copy link').click()
      const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
      expect([link.pathname, link.hash], id).toEqual([one.path, `#${id}`])
      if (id !== 'budgets') expect(link.searchParams.get('from'), id).not.toBeNull()
      await menu.press('Enter')
      expect(await item('PNG').count(), id).toBe(charts.includes(id) ? 1 : 0)
      if (!charts.includes(id)) await page.keyboard.press('Escape')
      else {
        const saved = page.waitForEvent('download')
        await item('PNG').click()
        const picture = await readFile(await (await saved).path())
        expect(picture.subarray(1, 4).toString(), id).toBe('PNG')
        expect(picture.readUInt32BE(16), id).toBeGreaterThanOrEqual(1200)
      }
    }
  },
)
