import { castOf } from '../../apps/web/e2e/walk/cast.ts'
import { serveWorld } from '../../apps/web/e2e/walk/serve-world.ts'
import { worldOf } from '../../apps/web/e2e/walk/world-of.ts'
import { openBrowser, openPage } from '../load/chromium.ts'
import { heldBytes } from '../load/heap.ts'
import { atMost, type Measure } from '../measure.ts'

const teams = 200
const updates = 200
/** Caches fill. */
const warmUp = 40
/** The page's own clock goes on by this with each, so that it shows every one. */
const breathMs = 6000

/** Somebody leaves the page open while the event goes on. */
export const chartsHeap: Measure = {
  id: 'p12-heap',
  name: `P12: ${updates} live updates of /analytics`,
  run: async () => {
    const now = Date.now()
    await using server = await serveWorld(worldOf(castOf(teams), {}, () => now))
    await using parts = new AsyncDisposableStack()
    const browser = await openBrowser()
    parts.defer(() => browser.close())
    const { page, devtools } = await openPage(browser)
    await page.clock.install()
    await page.goto(`${server.address}/analytics`)
    await page.locator('#parts canvas').waitFor()
    let shown = 0
    page.on('requestfinished', (request) => {
      if (request.url().includes('/api/v1/series')) shown += 1
    })
    const update = async (times: number) => {
      const until = shown + times
      while (shown < until) {
        const before = shown
        server.announce()
        // It comes over the wire, the page waits its while, the answers come.
        while (shown === before) {
          await page.waitForTimeout(100)
          await page.clock.runFor(breathMs)
        }
      }
      await page.waitForTimeout(500)
      await page.clock.runFor(breathMs)
    }
    await update(warmUp)
    const before = await heldBytes(devtools)
    await update(updates)
    const grown = (await heldBytes(devtools)) - before
    return [
      atMost(
        `grown by ${updates} updates, of ${(before / 1e6).toFixed(1)} MB that the page holds`,
        grown / 1000,
        'kB',
        (0.02 * before) / 1000,
        'flat: a fiftieth is noise',
      ),
    ]
  },
}
