// `npm run pictures`: those of the README and of docs/analytics.md, of the built page with demo data, in both themes, into docs/images; with
// `-- board` only those of that name.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { launchBrowser } from '../apps/web/e2e/support/browser.ts'
import { startPodium } from '../apps/web/e2e/support/start-podium.ts'
import { ensureChromium } from './chromium.ts'

type Picture = {
  name: string
  path: string
  size: { width: number; height: number }
  scale: number
  ready: string
  act?: (page: Page) => Promise<void>
  /** Cards of the page, rather than what is seen of it at first. */
  cards?: readonly string[]
}

const laptop = { width: 1440, height: 900 }
const wanted = process.argv.slice(2)
const folder = join(import.meta.dirname, '../docs/images')

function picturesOf(mine: string): readonly Picture[] {
  const row = '[role=table] [data-team] .value'
  return [
    {
      name: 'board',
      path: '/',
      size: laptop,
      scale: 1.5,
      ready: row,
      act: async (page) => {
        await page.locator('[data-team]', { hasText: 'Byte Club' }).locator('.more button').click()
        await page.locator('.details .keys').waitFor()
      },
    },
    {
      name: 'card',
      path: `/t/${mine}`,
      size: laptop,
      scale: 1.5,
      ready: 'dialog[open] .lever',
    },
    { name: 'phone', path: '/', size: { width: 390, height: 844 }, scale: 2, ready: row },
    { name: 'wall', path: '/wall', size: { width: 1920, height: 1080 }, scale: 1, ready: '.lane' },
    {
      name: 'analytics',
      path: '/analytics?range=1h',
      size: laptop,
      scale: 1.5,
      ready: 'main canvas, main svg.chart, main .plot',
    },
    ...cardPictures,
  ]
}

const cardPicture = (name: string, path: string, ...cards: string[]): Picture => ({
  ...{ name, path, cards, size: { width: 1280, height: 900 }, scale: 1 },
  ready: 'main canvas',
})
/** A row of cards each. */
const cardPictures: readonly Picture[] = [
  cardPicture('cards-time', '/analytics?range=1h&before=1', 'time'),
  cardPicture('cards-models', '/analytics', 'models', 'success'),
  cardPicture('cards-cost', '/analytics', 'cost', 'parts'),
  cardPicture('cards-matrix', '/analytics?cell=cost', 'matrix', 'providers'),
  cardPicture('cards-hours', '/analytics?range=7d', 'hours', 'budgets'),
  cardPicture('cards-share', '/models', 'share'),
  cardPicture('cards-prices', '/models', 'prices'),
  cardPicture('cards-cache', '/models', 'speed', 'cache'),
]

/** A team that has something to gain, once engines and what is compared with the gateway have come. */
async function chooseTeam(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage({ viewport: laptop })
  await page.goto(address)
  // Its past has been lived through.
  await page.locator('.age.ok').waitFor()
  await page.waitForTimeout(20_000)
  const rows = page.locator('[role=table] [data-team]')
  const team = await rows.nth(8).getAttribute('data-team')
  await page.close()
  if (team === null) throw new Error('the demo has too few teams')
  return team
}

/** As whoever lives with it sees it: their team chosen, the strip about the demo sent away. */
async function take(
  browser: Browser,
  { address, mine, theme }: { address: string; mine: string; theme: 'light' | 'dark' },
  { name, path, size, scale, ready, act, cards }: Picture,
): Promise<number> {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: scale,
    colorScheme: theme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    hasTouch: name === 'phone',
  })
  const kept = { team: mine, demo: 'closed', race: 'closed' }
  const script = Object.entries(kept).map(
    ([key, value]) => `localStorage.setItem('podium.${key}', ${JSON.stringify(value)})`,
  )
  await context.addInitScript(script.join(';'))
  const page = await context.newPage()
  await page.goto(address + path)
  await page.locator(ready).first().waitFor()
  await act?.(page)
  // What is under the pointer looks it.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1500)
  const devtools = await context.newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 80,
    captureBeyondViewport: cards !== undefined,
    clip: {
      ...(cards === undefined ? { x: 0, y: 0, ...size } : await placeOf(page, cards)),
      scale,
    },
  })
  const picture = Buffer.from(data, 'base64')
  writeFileSync(join(folder, `${name}-${theme}.webp`), picture)
  await context.close()
  return picture.length
}

/** All of these cards and a little of the page around them. */
async function placeOf(page: Page, cards: readonly string[]) {
  const found = await Promise.all(cards.map((id) => page.locator(`#${id}`).boundingBox()))
  const boxes = found.filter((box) => box !== null)
  const edge = 8
  const left = Math.min(...boxes.map(({ x }) => x)) - edge
  const top = Math.min(...boxes.map(({ y }) => y)) - edge
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + edge
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + edge
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const chromium = ensureChromium(process.env, (line) => console.error(line))
if ('problem' in chromium) throw new Error(chromium.problem)
process.env['CHROMIUM'] = chromium.path
const podium = await startPodium({ POLL_SECONDS: '10' })
const browser = await launchBrowser()
try {
  const mine = await chooseTeam(browser, podium.address)
  const pictures = picturesOf(mine)
  for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    for (const theme of ['light', 'dark'] as const) {
      const bytes = await take(browser, { address: podium.address, mine, theme }, picture)
      console.log(`${picture.name}-${theme}.webp: ${Math.round(bytes / 1000)} kB`)
    }
} finally {
  await browser.close()
  await podium.stop()
}
