import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright'
import { openBrowser, openPage } from '../load/chromium.ts'
import { look, watchPage, weigh, type Weight } from '../load/wall-diary.ts'
import { atLeast, atMost, median, type Figure, type Measure } from '../measure.ts'
import { startLastingServer } from '../servers/lasting-server.ts'
import { openRoom } from '../upstream/room.ts'

const pictures = join(import.meta.dirname, '../../.walk/wall-hour')
const [pollSeconds, dwellSeconds, lookMs, awayMs] = [10, 20, 5000, 60_000]
const weighings = 20
/** Two of the board, race, models, engines. */
const sceneCount = 5
const screens = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]

type Waits = { said: number; fresh: number }
type Killed = {
  /** When, as a share of the time. */
  at: number
  what: 'gateway' | 'server'
  lose: () => Promise<void>
  find: () => Promise<void>
}
type Diary = {
  seconds: number
  weights: Weight[]
  scenes: string[]
  looks: { all: number; fresh: number }
  waits: Record<Killed['what'], Waits>
}

/** In real time, with nobody at the screen. Its pictures lie in .walk/wall-hour. */
export const wallHour: Measure = {
  id: 'wall',
  name: 'The wall for an hour: the gateway killed twice, the server once, and nobody there',
  isOnDemand: true,
  run: async ({ minutes }) => {
    const spanMs = (minutes ?? 60) * 60_000
    await using parts = new AsyncDisposableStack()
    const room = await openRoom()
    parts.defer(room.close)
    const server = await startLastingServer({
      ...room.env,
      ...{ POLL_SECONDS: String(pollSeconds), HISTORY_DAYS: '0', GPU_SOURCE: 'none' },
    })
    parts.defer(server.stop)
    const browser = await openBrowser()
    parts.defer(() => browser.close())
    const { page, devtools } = await openPage(browser)
    await page.setViewportSize({ width: 1920, height: 1080 })
    await devtools.send('Performance.enable')
    await page.goto(`${server.address}/wall?dwell=${dwellSeconds}&range=1h`)
    await freshAgain(page)

    const seen = watchPage(page)
    const gateway = { what: 'gateway', lose: room.loseGateway, find: room.findGateway } as const
    const diary = await watchOver(page, devtools, spanMs, [
      { at: 0.25, ...gateway },
      { at: 0.45, ...gateway },
      {
        at: 0.65,
        what: 'server',
        lose: async () => {
          seen.isServerAway = true
          await server.kill()
        },
        find: server.startAgain,
      },
    ])
    for (const error of seen.errors) console.error(error)
    console.log(`  heap in MB: ${diary.weights.map(({ heapMb }) => heapMb.toFixed(2)).join(' ')}`)
    return [
      atLeast('it went on for', diary.seconds / 60, 'min', spanMs / 60_000, 'asked for'),
      atMost('pages opened anew', seen.reloads, '', 0, 'none'),
      atMost('errors in its console', seen.errors.length, '', 0, 'none'),
      ...figuresOf(diary),
      atLeast('smallest text', await photograph(page), 'vh', 2.2, 'legible from afar'),
    ]
  },
}

async function watchOver(
  page: Page,
  devtools: CDPSession,
  spanMs: number,
  losses: readonly Killed[],
): Promise<Diary> {
  const startedAt = Date.now()
  const diary: Diary = {
    seconds: 0,
    weights: [await weigh(devtools)],
    scenes: [],
    looks: { all: 0, fresh: 0 },
    waits: { gateway: { said: 0, fresh: 0 }, server: { said: 0, fresh: 0 } },
  }
  const due = [...losses]
  while (Date.now() - startedAt < spanMs) {
    await sleep(lookMs)
    const { scene, isFresh } = await look(page)
    if (scene !== diary.scenes.at(-1)) diary.scenes.push(scene)
    diary.looks.all += 1
    if (isFresh) diary.looks.fresh += 1
    const share = (Date.now() - startedAt) / spanMs
    if (share * weighings > diary.weights.length) diary.weights.push(await weigh(devtools))
    const loss = due[0]
    if (loss === undefined || share < loss.at) continue
    due.shift()
    const { said, fresh } = await liveThrough(page, loss)
    const slowest = diary.waits[loss.what]
    slowest.said = Math.max(slowest.said, said)
    slowest.fresh = Math.max(slowest.fresh, fresh)
  }
  diary.weights.push(await weigh(devtools))
  diary.seconds = (Date.now() - startedAt) / 1000
  return diary
}

/** How long until the wall says that it is gone, and until it has fresh data once it is back. */
async function liveThrough(page: Page, { lose, find }: Killed): Promise<Waits> {
  const lostAt = Date.now()
  await lose()
  await page.locator('.told').waitFor()
  const said = (Date.now() - lostAt) / 1000
  await sleep(Math.max(0, lostAt + awayMs - Date.now()))
  const backAt = Date.now()
  await find()
  await freshAgain(page)
  return { said, fresh: (Date.now() - backAt) / 1000 }
}

async function freshAgain(page: Page): Promise<void> {
  await page.locator('.age.ok').waitFor()
  await page.locator('.told').waitFor({ state: 'detached' })
}

function figuresOf({ seconds, weights, scenes, looks, waits }: Diary): Figure[] {
  const busy = (weights.at(-1)?.taskSeconds ?? NaN) - (weights[0]?.taskSeconds ?? NaN)
  const { gateway, server } = waits
  return [
    atLeast('different scenes', new Set(scenes).size, '', sceneCount, 'all there are'),
    atLeast(
      'turns of the scenes',
      scenes.length - 1,
      '',
      Math.floor((0.8 * (seconds - (3 * awayMs) / 1000)) / dwellSeconds),
      `0.8 of one in ${dwellSeconds} s; nobody counts while something is away`,
    ),
    atLeast('looks at fresh data', (100 * looks.fresh) / looks.all, '%', 95, 'but for the losses'),
    atMost('gateway killed → said', gateway.said, 's', pollSeconds + 2, 'poll interval + 2 s'),
    atMost('gateway back → fresh', gateway.fresh, 's', pollSeconds + 2, 'poll interval + 2 s'),
    atMost('server killed → said', server.said, 's', pollSeconds + 2, 'poll interval + 2 s'),
    atMost('server back → fresh', server.fresh, 's', 30, 'its lease alone is 10 s'),
    atMost(
      'heap without garbage, late ÷ early',
      growth(weights, 'heapMb'),
      '×',
      1.1,
      `flat; at the end ${weights.at(-1)?.heapMb.toFixed(1)} MB`,
    ),
    atMost('nodes, late ÷ early', growth(weights, 'nodes'), '×', 1.1, 'flat'),
    atMost('main thread of the page', (100 * busy) / seconds, '% of a core', 20, 'a small machine'),
  ]
}

/** The first rounds of scenes bring something in, which is no growth. */
function growth(weights: readonly Weight[], name: 'heapMb' | 'nodes'): number {
  const fifth = Math.ceil(weights.length / 5)
  const values = weights.map((weight) => weight[name])
  return median(values.slice(-fifth)) / median(values.slice(fifth, 2 * fifth))
}

/** Every scene on every screen; the smallest text of them all. */
async function photograph(page: Page): Promise<number> {
  mkdirSync(pictures, { recursive: true })
  const sizes: number[] = []
  for (const screen of screens) {
    await page.setViewportSize(screen)
    for (let scene = 1; scene <= sceneCount; scene += 1) {
      await page.keyboard.press('ArrowRight')
      await page.waitForTimeout(1000)
      sizes.push((await look(page)).smallest)
      await page.screenshot({ path: join(pictures, `${screen.width}-${scene}.png`) })
    }
  }
  return Math.min(...sizes)
}
