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
type Theme = 'light' | 'dark'
// Of the themes only the system's own few colours are left, so one is enough in the short form.
const themes: Theme[] = inject('isDeep') ? ['light', 'dark'] : ['dark']

/** The page of somebody whose system has taken the colours. */
async function open(path: string, ready: string, colorScheme: Theme): Promise<Page> {
  const server = await serveWorld(worldOf(castOf(12), {}, () => now))
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    forcedColors: 'active',
    colorScheme,
  })
  await page.clock.setFixedTime(now)
  const faults = watchFaults(page, server.address)
  onTestFinished(async () => {
    expect(faults).toEqual([])
    await page.close()
    await server[Symbol.asyncDispose]()
  })
  await page.goto(server.address + path)
  await page.locator(ready).first().waitFor()
  return page
}

/** What is painted behind something, or behind what stands before or after it. */
const paint = (element: Locator, pseudo?: string) =>
  element.evaluate((one, of) => {
    const { backgroundColor, backgroundImage, outlineStyle } = getComputedStyle(one, of)
    return { colour: `${backgroundColor} ${backgroundImage}`, outlineStyle }
  }, pseudo)

const bars: { path: string; of: Record<string, string> }[] = [
  { path: '/?measure=tokens', of: { '[role=table] .bar': ':scope > span' } },
  { path: '/?measure=score', of: { '[role=table] .parts': ':scope > span' } },
  { path: '/analytics', of: { '#providers .share i': ':scope > b' } },
  {
    path: '/inference',
    of: {
      '.kv .bar': ':scope > i',
      'article .bar': ':scope > i',
      '.load .share i': ':scope > b',
    },
  },
]
const cases = bars.flatMap((one) => themes.map((theme) => ({ ...one, theme })))

test.each(cases)('the bars of $path keep their length ($theme)', async ({ path, of, theme }) => {
  const page = await open(path, 'main', theme)
  for (const [wholes, part] of Object.entries(of)) {
    await page.locator(wholes).first().waitFor()
    const shares = []
    for (const whole of await page.locator(wholes).all()) {
      const bar = whole.locator(part).first()
      const [under, over] = [await paint(whole), await paint(bar)]
      expect(over.colour, wholes).not.toBe(under.colour)
      // Where the whole ends is seen, too.
      expect(under.outlineStyle, wholes).toBe('solid')
      const [all, filled] = [await whole.boundingBox(), await bar.boundingBox()]
      shares.push((filled?.width ?? 0) / (all?.width ?? 1))
    }
    expect(
      shares.some((share) => share > 0 && share < 1),
      wholes,
    ).toBe(true)
  }
})

test.each(themes)('the lanes of the wall are as long as their edge (%s)', async (theme) => {
  const page = await open('/wall', '.lane .fill', theme)
  const edge = await page
    .locator('.lane .fill')
    .first()
    .evaluate((fill) => [getComputedStyle(fill).borderRightWidth, getComputedStyle(fill).color])
  expect(edge[0]).toBe('2px')
})

const choices = [
  { what: 'page', chosen: 'header nav [aria-current]', other: 'header nav a:not([aria-current])' },
  {
    what: 'range',
    chosen: '[role=radiogroup].pill label:has(:checked)',
    other: '[role=radiogroup].pill label:not(:has(:checked))',
  },
  { what: 'filter', chosen: '.icon-button.on', other: '.icon-button:not(.on)' },
  {
    what: 'view of a card',
    chosen: '.card [aria-pressed=true]',
    other: '.card [aria-pressed=false]',
  },
  { what: 'metric', chosen: '.metric.checked', other: '.metric:not(.checked)', pseudo: '::after' },
] as const

test.each(themes)('what is chosen is seen to be chosen (%s)', async (theme) => {
  const page = await open('/analytics?team=t_2&table=success', '#providers table', theme)
  for (const { what, chosen, other, ...more } of choices) {
    const pseudo = 'pseudo' in more ? more.pseudo : undefined
    const is = await paint(page.locator(chosen).first(), pseudo)
    const isNot = await paint(page.locator(other).first(), pseudo)
    expect(is.colour, what).not.toBe(isNot.colour)
  }
  const chip = page.getByRole('group', { name: 'Active filters' }).locator('.chip')
  const [edge, ground] = await chip.evaluate((one) => {
    const { borderTopColor, backgroundColor } = getComputedStyle(one)
    return [borderTopColor, backgroundColor]
  })
  expect(edge).not.toBe(ground)
})

test.each(themes)('each mark of a legend has a pattern that no other has (%s)', async (theme) => {
  const page = await open('/analytics', '#time canvas', theme)
  for (const legend of ['#time .names', '#parts .parts']) {
    const tiles = page.locator(`${legend} .tile path`)
    await page.locator(`${legend} .tile`).first().waitFor()
    const patterns = await tiles.evaluateAll((all) => all.map((one) => one.getAttribute('d')))
    expect(patterns.length, legend).toBe(await page.locator(`${legend} li`).count())
    expect(new Set(patterns).size, legend).toBe(patterns.length)
  }
})

test.each(themes)(
  'the parts of a score differ, in its bars and in their legend (%s)',
  async (theme) => {
    const page = await open('/?measure=score', '[role=table] .parts', theme)
    const fillsOf = (css: string) =>
      page.locator(css).evaluateAll((all) =>
        all.map((one) => {
          const { backgroundColor, backgroundImage } = getComputedStyle(one)
          return `${backgroundColor} ${backgroundImage}`
        }),
      )
    const legend = await fillsOf('.legend .key i')
    expect(new Set(legend).size).toBe(5)
    expect((await fillsOf('[role=table] .parts > span')).slice(0, 5)).toEqual(legend)
  },
)

test.each(themes)('charts are drawn in the colours of the system alone (%s)', async (theme) => {
  const page = await open('/analytics', '#time canvas', theme)
  const system = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    return ['Canvas', 'CanvasText', 'GrayText'].map((name) => {
      probe.style.color = name
      return getComputedStyle(probe).color
    })
  })
  const drawn = (id: string) =>
    page.locator(`#${id} canvas`).evaluate((one) => {
      if (!(one instanceof HTMLCanvasElement)) return {}
      const pixels = one.getContext('2d')?.getImageData(0, 0, one.width, one.height).data ?? []
      const counts: Record<string, number> = {}
      for (let at = 0; at < pixels.length; at += 4) {
        if (pixels[at + 3] !== 255) continue
        const colour = `rgb(${pixels[at]}, ${pixels[at + 1]}, ${pixels[at + 2]})`
        counts[colour] = (counts[colour] ?? 0) + 1
      }
      return counts
    })
  for (const id of ['time', 'models', 'success', 'cost', 'parts']) {
    const mostDrawn = async () =>
      Object.entries(await drawn(id)).toSorted(([, one], [, other]) => other - one)[0]?.[0]
    await expect.poll(mostDrawn, { message: id }).toBeDefined()
    expect(system, id).toContain(await mostDrawn())
  }
  // Ground lies between the lines of a stack, as between those of their patterns.
  const [ground, ink] = system
  await expect
    .poll(async () => Object.keys(await drawn('time')))
    .toEqual(expect.arrayContaining([ground, ink]))
})
