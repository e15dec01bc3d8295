import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright'
import { openBrowser, openPage } from '../load/chromium.ts'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { serveFinishedBoard } from '../servers/finished-board.ts'
import { startProduct } from '../servers/start-product.ts'

const visits = 5
const shown = '[role=table] [data-team] .value'
/** What Chromium's developer tools call Fast 4G. */
const fast4g = {
  offline: false,
  latency: 165,
  downloadThroughput: (9_000_000 / 8) * 0.9,
  uploadThroughput: (1_500_000 / 8) * 0.9,
}

type Visit = { lcp: number; cls: number; js: number; css: number }

/** How soon somebody who has never been here sees the board, and what has to come for that. */
export const firstScreen: Measure = {
  id: 'p6',
  name: 'P6: the first screen of the built page, 30 teams, nothing in the cache',
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const product = await startProduct({ teams: 30, models: 3, keysPerTeam: 2 })
    parts.defer(() => product.stop())
    const browser = await openBrowser()
    parts.defer(() => browser.close())
    const address = `http://127.0.0.1:${product.port}/`
    const finished = await serveFinishedBoard(
      await openBoard(browser, address),
      address.slice(0, -1),
    )
    parts.defer(finished.stop)
    const figures: Figure[] = []
    for (const isSlow of [true, false]) {
      const how = isSlow ? 'on 4G with a processor 4 × slower' : 'unthrottled'
      const [all, plain]: [Visit[], Visit[]] = [[], []]
      // In turns, so that both have the machine as it is just then.
      for (let count = 0; count < visits; count += 1) {
        plain.push(await visit(browser, finished.address, isSlow))
        all.push(await visit(browser, address, isSlow))
      }
      const middle = (name: keyof Visit, of = all) => median(of.map((one) => one[name]))
      const alone = middle('lcp', plain)
      figures.push(
        atMost(
          `largest paint ${how}, median of ${visits}`,
          middle('lcp'),
          'ms',
          1.3 * alone,
          `1.3 × ${Math.round(alone)} ms, the finished board’s HTML, styles and typeface alone`,
        ),
        atMost(
          `layout shift ${how}, the worst of ${visits}`,
          Math.max(...all.map(({ cls }) => cls)),
          '',
          0.02,
          'promised',
        ),
      )
      if (isSlow)
        figures.push(
          atMost(
            'JavaScript before the board shows, gzipped',
            middle('js') / 1000,
            'kB',
            80,
            'promised',
          ),
          atMost(
            'styles before the board shows, gzipped',
            middle('css') / 1000,
            'kB',
            12,
            'promised',
          ),
        )
    }
    return figures
  },
}

async function openBoard(browser: Browser, address: string): Promise<Page> {
  const { page } = await openPage(browser)
  await page.goto(address)
  await page.locator(shown).first().waitFor()
  await page.waitForTimeout(1500)
  return page
}

async function visit(browser: Browser, address: string, isSlow: boolean): Promise<Visit> {
  const { page, devtools } = await openPage(browser)
  await devtools.send('Network.enable')
  if (isSlow) {
    await devtools.send('Network.emulateNetworkConditions', fast4g)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  const came: Promise<{ type: string; gzipped: number }>[] = []
  let isShown = false
  page.on('requestfinished', (request) => {
    const type = request.resourceType()
    if (isShown || !['document', 'script', 'stylesheet'].includes(type)) return
    came.push(
      request.response().then(async (response) => ({
        type,
        gzipped: gzipSync((await response?.body()) ?? '').length,
      })),
    )
  })
  await page.goto(address)
  await page.locator(shown).first().waitFor()
  isShown = true
  const files = await Promise.all(came)
  // What comes after the board could still move it.
  await page.waitForTimeout(1500)
  const { lcp, cls } = await page.evaluate<Pick<Visit, 'lcp' | 'cls'>>(vitals)
  await page.context().close()
  const sum = (type: string) =>
    files.filter((file) => file.type === type).reduce((total, { gzipped }) => total + gzipped, 0)
  return { lcp, cls, js: sum('script'), css: sum('stylesheet') }
}

/** Runs in the page: what Chromium has noted since the page was opened. */
const vitals = `new Promise((resolve) => {
  const noted = { lcp: NaN, cls: 0 }
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) noted.cls += value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => (noted.lcp = list.getEntries().at(-1).startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true })
  setTimeout(() => resolve(noted), 100)
})`
