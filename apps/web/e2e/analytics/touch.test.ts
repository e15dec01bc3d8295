import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
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
const phone = { width: 320, height: 640 }
type Screen = typeof phone
const screens = inject('isDeep')
  ? [phone, { width: 360, height: 740 }, { width: 768, height: 1024 }]
  : [phone]

async function open(screen: Screen, path: string): Promise<Page> {
  const server = await serveWorld(worldOf(castOf(12), {}, () => now))
  const context = await browser.newContext({
    viewport: screen,
    hasTouch: true,
    isMobile: true,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
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
  await page.locator('canvas').first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page
}

/** In the middle of the screen, where a finger is. */
async function boxOf(chart: Locator) {
  await chart.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await chart.boundingBox()
  if (box === null) throw new Error('there is no chart')
  return box
}
const tipOf = (chart: Locator) => chart.locator('..').locator('.tip')

async function expectOnScreen(tip: Locator, { width, height }: Screen): Promise<void> {
  await tip.waitFor()
  const box = await tip.boundingBox()
  const bar = await tip.page().locator('header.top').boundingBox()
  if (box === null || bar === null) throw new Error('it is not shown')
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(width)
  expect(box.y).toBeGreaterThanOrEqual(bar.y + bar.height)
  expect(box.y + box.height).toBeLessThanOrEqual(height)
  // Nothing else is read through it.
  const isOnTop = await tip.evaluate((element) => {
    element.style.pointerEvents = 'auto'
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const shares = [0.1, 0.3, 0.5, 0.7, 0.9]
    const points = shares.flatMap((down) =>
      shares.map((along) => [left + along * (right - left), top + down * (bottom - top)] as const),
    )
    const isSeen = points.every(([x, y]) => element.contains(document.elementFromPoint(x, y)))
    element.style.pointerEvents = ''
    return isSeen
  })
  expect(isOnTop).toBe(true)
}

type Point = { x: number; y: number }

/** A real finger: the browser decides whether it scrolls. */
async function swipe(page: Page, from: Point, by: Point): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const steps = [0, 0.25, 0.5, 0.75, 1]
  for (const [index, part] of steps.entries())
    await session.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [{ x: from.x + part * by.x, y: from.y + part * by.y }],
    })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}

/** Where somebody taps who wants to know: along the steps of a chart, or on one of its bars, not on the name above. */
async function placesOn(chart: Locator): Promise<Point[]> {
  const { x, y, width, height } = await boxOf(chart)
  const middle = await chart.evaluate((element) => {
    const rows = [...(element.parentElement?.querySelectorAll(':scope > .row:not(.head)') ?? [])]
    // A chart of many may be higher than the screen.
    const bars = [...rows.keys()].filter((index) => !rows[index]?.matches('.group'))
    const bar = bars[Math.floor(bars.length / 2)]
    return bar === undefined ? 0.6 : (bar + 0.5) / rows.length
  })
  const shares = inject('isDeep') ? [0.03, 0.45, 0.55, 0.97] : [0.03, 0.97]
  return shares.map((share) => ({
    x: x + share * width,
    y: y + middle * height,
  }))
}

const charts = '[aria-roledescription=chart]'
const bubbles = '#cost [aria-roledescription=chart]'

/** Where a bubble is, as its ring says. */
async function bubbleAt(page: Page, key: string) {
  const chart = page.locator(bubbles)
  const box = await boxOf(chart)
  await chart.press(key)
  const ring = await chart.locator('.ring').boundingBox()
  await chart.press('Escape')
  if (ring === null) throw new Error('there is no bubble')
  return { box, x: ring.x + ring.width / 2, y: ring.y + ring.height / 2 }
}

test.each(screens)(
  'at $width px a tap on a chart shows what is there, all of it on the screen, and a second tap hides it',
  async (screen) => {
    for (const path of ['/analytics?before=1', '/models', '/inference']) {
      const page = await open(screen, path)
      const address = page.url()
      for (const chart of await page.locator(charts).all()) {
        // Bubbles have their own places.
        if (await chart.evaluate((element, css) => element.matches(css), bubbles)) continue
        for (const { x, y } of await placesOn(chart)) {
          await page.touchscreen.tap(x, y)
          await expectOnScreen(tipOf(chart), screen)
          await page.touchscreen.tap(x, y)
          await tipOf(chart).waitFor({ state: 'detached' })
        }
      }
      expect(page.url()).toBe(address)
    }
  },
)

test.each(screens)(
  'at $width px a tap on a bubble shows it, and only what it offers filters',
  async (screen) => {
    const page = await open(screen, '/analytics')
    const tip = tipOf(page.locator(bubbles))
    for (const key of ['Home', 'End', 'ArrowRight']) {
      const { x, y } = await bubbleAt(page, key)
      await page.touchscreen.tap(x, y)
      await expectOnScreen(tip, screen)
      await page.touchscreen.tap(x, y)
      await tip.waitFor({ state: 'detached' })
    }
    expect(new URL(page.url()).search).toBe('')
    const { x, y } = await bubbleAt(page, 'Home')
    await page.touchscreen.tap(x, y)
    await tip.locator('button', { hasText: 'Show only' }).tap()
    await expect.poll(() => new URL(page.url()).searchParams.getAll('team').length).toBe(1)
  },
)

test('a tap on a name beside its chart filters', async () => {
  const page = await open(phone, '/analytics')
  await page.locator('#time .names button').first().tap()
  await expect.poll(() => new URL(page.url()).searchParams.getAll('team').length).toBe(1)
})

test.each(screens)(
  'at $width px a swipe that begins on a chart scrolls the page',
  async (screen) => {
    const page = await open(screen, '/analytics')
    for (const id of ['time', 'models', 'cost']) {
      const chart = page.locator(`#${id} ${charts}`)
      const { x, y, width, height } = await boxOf(chart)
      const before = await page.evaluate(() => scrollY)
      await swipe(page, { x: x + width / 2, y: y + height / 2 }, { x: 0, y: -120 })
      await expect
        .poll(() => page.evaluate(() => scrollY), { message: id })
        .toBeGreaterThan(before + 60)
      expect(await tipOf(chart).count(), id).toBe(0)
    }
  },
)

test.each(screens)(
  'at $width px a finger that moves along a chart selects nothing',
  async (screen) => {
    const page = await open(screen, '/analytics')
    const address = page.url()
    const chart = page.locator(`#time ${charts}`)
    const { x, y, width, height } = await boxOf(chart)
    await swipe(page, { x: x + 0.8 * width, y: y + height / 2 }, { x: -0.5 * width, y: 0 })
    expect(await chart.locator('.selection').count()).toBe(0)
    expect(await tipOf(chart).count()).toBe(0)
    // What was chosen would stand in the address by now: a tap after it is answered.
    await page.touchscreen.tap(x + width / 2, y + height / 2)
    await tipOf(chart).waitFor()
    expect(page.url()).toBe(address)
  },
)
