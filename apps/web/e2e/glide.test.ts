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

/** Each time it is asked for, the last two have changed places, and so have the first two. */
function restless({ rows }: Board, times: number): Partial<Board> {
  if (times % 2 === 0) return {}
  const order = [
    ...rows.slice(0, 2).toReversed(),
    ...rows.slice(2, -2),
    ...rows.slice(-2).toReversed(),
  ]
  return { rows: order.map((row, index) => ({ ...row, rank: index + 1 })) }
}

/** What moves on the built page then. */
async function movesOf(options: Parameters<Browser['newPage']>[0]) {
  let times = 0
  const cast = castOf(8)
  await using server = await serveWorld(
    worldOf(cast, { board: (board) => restless(board, (times += 1)) }),
  )
  const page = await browser.newPage(options)
  await page.goto(server.address)
  await page.locator('[data-team] .value').last().waitFor()
  server.announce()
  // In the very frame in which they begin: on a busy machine short ones are over by the next question.
  const begun = await page.waitForFunction(() => {
    const moves = document.getAnimations().flatMap(({ effect }) => {
      if (!(effect instanceof KeyframeEffect) || effect.target?.matches('[data-team]') !== true)
        return []
      const { duration } = effect.getTiming()
      const changes = Object.keys(effect.getKeyframes()[0] ?? {})
      return [{ duration, what: changes.includes('transform') ? 'place' : 'opacity' }]
    })
    const rising = [...document.querySelectorAll('[data-rising]')].map(
      (row) => getComputedStyle(row).backgroundImage,
    )
    return moves.length > 0 && { moves, rising, at: performance.now() }
  })
  const seen = await begun.jsonValue()
  if (seen === false) throw new Error('nothing moves')
  const ended = await page.waitForFunction(
    () => document.querySelector('[data-rising]') === null && performance.now(),
  )
  const tintedMs = Number(await ended.jsonValue()) - seen.at
  await page.close()
  return { ...seen, tintedMs }
}

test('who overtakes, on the podium too, glides to the new place for half a second, and is tinted for longer', async () => {
  const { moves, rising, tintedMs } = await movesOf({ reducedMotion: 'no-preference' })
  expect(moves).toEqual(Array.from({ length: 4 }, () => ({ duration: 520, what: 'place' })))
  expect(rising).toEqual([expect.stringContaining('gradient'), expect.stringContaining('gradient')])
  expect(tintedMs).toBeGreaterThan(1000)
})

test('where motion is unwanted rows only fade in', async () => {
  const { moves, rising } = await movesOf({ reducedMotion: 'reduce' })
  expect(rising).toEqual([])
  expect(moves).toEqual(Array.from({ length: 4 }, () => ({ duration: 150, what: 'opacity' })))
})
