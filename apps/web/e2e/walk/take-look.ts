import axe from 'axe-core'
import type { Browser, Page, Request } from 'playwright'
import { gatherPage, gatherShifts } from './gather-page.ts'
import { gatherTexts } from './gather-texts.ts'
import { judgeTexts } from './judge-texts.ts'
import { heights, type Look } from './looks.ts'
import { doubtsAbout, untilSaid } from './doubts-about.ts'
import { serveWorld } from './serve-world.ts'
import { castIn } from './states.ts'
import { worldOf } from './world-of.ts'

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

export type Seen = { look: Look; theme: Theme; problems: string[]; picture: string | null }
/** An afternoon, whenever anybody looks. */
const now = Date.parse('2026-11-21T14:30:00Z')
type Options = {
  browser: Browser
  withPicture: boolean
  withAxe: boolean
  mostShift: number
  /** Both, where nothing is said. */
  themes?: readonly Theme[]
}

/** Opens one page, waits until it is what it is to be, and measures it in its themes. */
export async function takeLook(look: Look, options: Options): Promise<Seen[]> {
  const { state, size, width, language } = look
  await using server = await serveWorld(worldOf(castIn(state, size), state.twist, () => now))
  const context = await options.browser.newContext({
    viewport: { width, height: heights[width] },
    locale: language,
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  const faults = listen(page, server.address, state.isRefused ?? false)
  const seen: Seen[] = []
  try {
    await page.addInitScript((stored) => {
      for (const [name, value] of Object.entries(stored))
        localStorage.setItem(`podium.${name}`, value)
      // Our own questions to the page may count as a gesture, by which a wall fills a screen of another size.
      Element.prototype.requestFullscreen = () => Promise.reject(new Error('not in a walk'))
    }, state.stored ?? {})
    await open(page, look, server)
    const shifts = await page.evaluate(gatherShifts)
    for (const { by, what } of shifts)
      if (by > options.mostShift) faults.push(`moved by ${by.toFixed(4)}: ${what}`)
    await state.act?.(page)
    await untilSaid(page, look)
    for (const theme of options.themes ?? themes)
      seen.push(await measure(page, look, theme, options))
  } catch (error) {
    faults.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  } finally {
    await context.close()
  }
  const [first = { look, theme: 'light', problems: [], picture: null }, ...others] = seen
  return [{ ...first, problems: [...new Set(faults), ...first.problems] }, ...others]
}

/** What the page must never do: complain, break its policy, ask anybody else. */
function listen(page: Page, address: string, isRefused: boolean): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const isExpected = isRefused && message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isExpected)
      faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !url.startsWith('data:')) faults.push(`asked ${url}`)
  })
  return faults
}

type World = { address: string; announce: () => void }

/** News make the page ask again: with the second answer the numbers have moved. */
async function open(page: Page, { state }: Look, { address, announce }: World): Promise<void> {
  const isAsked = state.ready.includes('data-team')
  const { promise: second, resolve } = Promise.withResolvers<undefined>()
  let answers = 0
  const count = (request: Request) => {
    if (request.url().includes('/api/v1/board') && (answers += 1) === 2) resolve(undefined)
  }
  page.on('requestfinished', count)
  // The first one may be given up for the second.
  page.on('requestfailed', count)
  await page.goto(address + (state.path ?? '/'))
  await page.locator(state.ready).first().waitFor()
  // The first word of the stream may have come before there was a board.
  if (isAsked && answers < 2) announce()
  if (isAsked) await second
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

async function measure(page: Page, look: Look, theme: Theme, options: Options): Promise<Seen> {
  await page.emulateMedia({ colorScheme: theme })
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations === Infinity) continue
      // A toast goes when this ends.
      if (animation instanceof CSSAnimation && animation.animationName.startsWith('stay'))
        animation.pause()
      else animation.finish()
    }
  })
  const [texts, { sideways, small, wrong }] = [
    await page.evaluate(gatherTexts),
    await page.evaluate(gatherPage),
  ]
  const problems = [
    ...(await doubtsAbout(page, look, theme, texts)),
    ...judgeTexts(texts),
    ...wrong,
    ...sideways.map(({ where, by }) => `${where} scrolls sideways by ${by} px`),
    ...small.map(
      ({ where, width, height }) => `${where} is ${width.toFixed(0)} × ${height.toFixed(0)} px`,
    ),
    ...(options.withAxe ? await barriers(page, theme) : []),
  ]
  const picture = options.withPicture ? await takePicture(page, look) : null
  return { look, theme, problems: [...new Set(problems)], picture }
}

/** Only colours differ between the themes. */
async function barriers(page: Page, theme: Theme): Promise<string[]> {
  await page.evaluate(axe.source)
  const rules = theme === 'dark' ? { runOnly: ['color-contrast'] } : {}
  return await page.evaluate(
    `axe.run(${JSON.stringify(rules)}).then(({ violations }) => violations.map(({ id, nodes }) => 'axe ' + id + ': ' + nodes.length + ' × ' + nodes[0].html.slice(0, 160)))`,
  )
}

/** As much as says how it looks, and small enough that many fit on a sheet. */
async function takePicture(page: Page, { width }: Look): Promise<string> {
  const session = await page.context().newCDPSession(page)
  // Under what is open there is nothing more to see.
  const tall = await page.evaluate(() =>
    document.querySelector('dialog:modal') === null
      ? document.documentElement.scrollHeight
      : innerHeight,
  )
  const height = Math.round(Math.min(tall, heights[width] * (width < 1000 ? 2 : 1.25)))
  // A taller window: of what lies beyond one, all that is cut is drawn too, however long it is.
  await page.setViewportSize({ width, height })
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'jpeg',
    quality: 80,
    clip: { x: 0, y: 0, width, height, scale: pictureWidth(width) / width },
  })
  await page.setViewportSize({ width, height: heights[width] })
  await session.detach()
  return data
}

export const pictureWidth = (width: number): number =>
  width === 320 ? 320 : width === 768 ? 520 : 960
