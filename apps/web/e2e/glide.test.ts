import type { Board } from '@podium/contracts'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { castOf } from './walk/cast.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The last two have changed places, and so have the first two. */
function swapped({ rows }: Board): Partial<Board> {
  const order = [
    ...rows.slice(0, 2).toReversed(),
    ...rows.slice(2, -2),
    ...rows.slice(-2).toReversed(),
  ]
  return { rows: order.map((row, index) => ({ ...row, rank: index + 1 })) }
}

/** Runs in the page: marks what begins to move and what is tinted, which may be over before anybody can ask. */
function markMoves(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its element below
  const animate = Element.prototype.animate
  Element.prototype.animate = function (...how) {
    const animation = animate.apply(this, how)
    if (this.matches('[data-team]') && animation.effect instanceof KeyframeEffect) {
      const { duration } = animation.effect.getTiming()
      const changes = Object.keys(animation.effect.getKeyframes()[0] ?? {})
      const what = changes.includes('transform') ? 'place' : 'opacity'
      performance.mark('moves', { detail: `${what} ${String(duration)} ms` })
    }
    return animation
  }
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target instanceof HTMLElement)
        performance.mark(target.dataset['rising'] === undefined ? 'untinted' : 'tinted', {
          detail: getComputedStyle(target).backgroundImage,
        })
  })
  observer.observe(document, { subtree: true, attributeFilter: ['data-rising'] })
}

/** What moves on the built page when teams change places. */
async function movesOf(options: Parameters<Browser['newPage']>[0]) {
  let isSwapped = false
  await using server = await serveWorld(
    worldOf(castOf(8), { board: (board) => (isSwapped ? swapped(board) : {}) }),
  )
  // All rows have to be in view, under the race too.
  const page = await browser.newPage({ viewport: { width: 1280, height: 1200 }, ...options })
  await page.addInitScript(markMoves)
  await page.goto(server.address)
  await page.locator('[data-team] .value').last().waitFor()
  isSwapped = true
  server.announce()
  const marks = (name: string) =>
    page.evaluate(
      (wanted) =>
        performance.getEntriesByName(wanted).map((mark) => ({
          at: mark.startTime,
          detail: mark instanceof PerformanceMark ? String(mark.detail) : '',
        })),
      name,
    )
  await expect.poll(async () => (await marks('moves')).length).toBeGreaterThanOrEqual(4)
  return { moves: (await marks('moves')).map(({ detail }) => detail), marks, page }
}

test('who overtakes, on the podium too, glides to the new place for half a second, and is tinted for longer', async () => {
  const { moves, marks, page } = await movesOf({ reducedMotion: 'no-preference' })
  expect(moves).toEqual(Array.from({ length: 4 }, () => 'place 520 ms'))
  await expect.poll(async () => (await marks('untinted')).length).toBe(2)
  const [tinted, untinted] = [await marks('tinted'), await marks('untinted')]
  expect(tinted.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('gradient'),
    expect.stringContaining('gradient'),
  ])
  expect((untinted[0]?.at ?? 0) - (tinted[0]?.at ?? 0)).toBeGreaterThan(1000)
  await page.close()
})

test('where motion is unwanted rows only fade in', async () => {
  const { moves, marks, page } = await movesOf({ reducedMotion: 'reduce' })
  expect(moves).toEqual(Array.from({ length: 4 }, () => 'opacity 150 ms'))
  expect(await marks('tinted')).toEqual([])
  await page.close()
})
