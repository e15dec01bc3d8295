import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createGatewaySimulator, type GatewaySimulator } from '@podium/gateway-simulator'
import type { Page } from 'playwright'
import { openBrowser, openPage } from '../load/chromium.ts'
import { atMost, median, type Measure } from '../measure.ts'
import { cores, end, spawnPinned } from '../pinned.ts'
import { readPort } from '../servers/read-port.ts'

const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url))
const pollSeconds = 10
const flushes = 6
const losing = 3

/** From the moment in which the gateway could be read to the number on the screen, and from its loss to the word of it. */
export const flushToPixels: Measure = {
  id: 'p8',
  name: `P8: from the gateway’s flush to pixels, polled every ${pollSeconds} s`,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const simulator = createGatewaySimulator({
      profile: '1.109',
      seed: 7,
      teams: 3,
      startsAt: Date.now(),
      now: Date.now,
      flushSeconds: 1,
      load: 0,
      oddities: false,
    })
    let gateway = await simulator.listen()
    parts.defer(() => gateway.close())
    const cwd = mkdtempSync(join(tmpdir(), 'podium-bench-'))
    parts.defer(() => rmSync(cwd, { recursive: true }))
    const env = {
      PORT: '0',
      POLL_SECONDS: String(pollSeconds),
      LITELLM_BASE_URL: gateway.url,
      LITELLM_API_KEY: simulator.keys.master,
    }
    const server = spawnPinned(cores.server, main, { cwd, env })
    parts.defer(() => end(server))
    const port = await readPort(server)
    const browser = await openBrowser()
    parts.defer(() => browser.close())
    const { page } = await openPage(browser)
    await page.goto(`http://127.0.0.1:${port}/`)

    await flush(simulator)
    await change(page, null)
    const waits: number[] = []
    for (let count = 0; count < flushes; count += 1) {
      // At any moment between two polls.
      await sleep((count / flushes) * pollSeconds * 1000)
      const before = await shown(page)
      const flushedAt = await flush(simulator)
      waits.push((await change(page, before)) - flushedAt)
    }
    const losses: number[] = []
    const returns: number[] = []
    for (let count = 0; count < losing; count += 1) {
      await sleep((count / losing) * pollSeconds * 1000)
      const { port: at } = gateway
      const lostAt = Date.now()
      await gateway.close()
      losses.push((await stateSaid(page, 'Gateway is down')) - lostAt)
      // Long enough for the pauses between its tries to have grown.
      await sleep(2 * pollSeconds * 1000)
      gateway = await simulator.listen({ port: at })
      const backAt = Date.now()
      returns.push((await stateSaid(page, 'Gateway answers')) - backAt)
    }
    const limit = (pollSeconds + 1) * 1000
    const lostLimit = (pollSeconds + 2) * 1000
    return [
      atMost(`the slowest of ${flushes}`, Math.max(...waits), 'ms', limit, 'poll interval + 1 s'),
      atMost(`median of ${flushes}`, median(waits), 'ms', limit, 'poll interval + 1 s'),
      atMost('gateway lost → said', Math.max(...losses), 'ms', lostLimit, 'poll interval + 2 s'),
      atMost('gateway back → said', Math.max(...returns), 'ms', lostLimit, 'poll interval + 2 s'),
    ]
  },
}

/** A request is sent, and then the gateway writes it down: that is when. */
async function flush(simulator: GatewaySimulator): Promise<number> {
  const model = 'Workshop/Large-EU'
  const sentAt = Date.now()
  simulator.send({ key: simulator.keys.team, model, promptTokens: 90_000, completionTokens: 9000 })
  for (;;) {
    simulator.advance(Date.now())
    const last = simulator.truth.requests().at(-1)
    const flushedAt = last?.flushedAtMs ?? 0
    if (flushedAt >= sentAt) return flushedAt
    await sleep(20)
  }
}

const leader = '[role=table] [data-team] .value .number'
const drawnAt = 'new Promise((resolve) => requestAnimationFrame(() => resolve(Date.now())))'

function shown(page: Page): Promise<string | null> {
  return page.locator(leader).first().getAttribute('title')
}

/** When the page says so of the gateway, and it is drawn. */
async function stateSaid(page: Page, text: string): Promise<number> {
  await page.locator('footer summary', { hasText: text }).waitFor({ timeout: 120_000 })
  return await page.evaluate(drawnAt)
}

/** When the first number on the board is another one, and drawn. */
async function change(page: Page, before: string | null): Promise<number> {
  const isOther = `![null, undefined, ${JSON.stringify(before)}].includes(document.querySelector('${leader}')?.getAttribute('title'))`
  await page.waitForFunction(isOther, undefined, { polling: 'raf', timeout: 60_000 })
  return await page.evaluate(drawnAt)
}
