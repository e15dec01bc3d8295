import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { openWall } from './support/open-wall.ts'
import { gatherTexts } from './walk/gather-texts.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each(['room', 'hall', 'tv'])(
  'in German no word and no name of an ordinary length is cut for a %s, in no scene',
  async (size) => {
    const page = await openWall(browser, `/wall?size=${size}&measure=tokens`, { locale: 'de-DE' })
    for (let scene = 0; scene < 6; scene += 1) {
      const texts = await page.evaluate(gatherTexts)
      const cut = texts.filter(({ cut: by, text, where }) => {
        const isLongName = where.endsWith('bdi') && text.length > 14
        return by > 1 && !isLongName
      })
      expect(cut.map(({ text, where }) => `${text} in ${where}`)).toEqual([])
      await page.keyboard.press('ArrowRight')
    }
  },
)

test('a bar of scores reaches as far as its points of a hundred, and the gap beside it is a bare number', async () => {
  const page = await openWall(browser, '/wall?measure=score')
  const lanes = await page.locator('.lane').evaluateAll((all) =>
    all.map((lane) => {
      const boxOf = (part: string) =>
        lane.querySelector(part)?.getBoundingClientRect() ?? new DOMRect()
      const [bar, name] = [boxOf('.fill'), boxOf('.name')]
      return {
        points: (100 * bar.width) / (name.right - bar.left),
        value: Number(lane.querySelector('.value .number')?.textContent),
        gap: lane.querySelector('.second')?.textContent.trim() ?? '',
      }
    }),
  )
  expect(lanes.length).toBe(10)
  for (const { points, value } of lanes) expect(Math.abs(points - value)).toBeLessThan(0.5)
  const [first, ...others] = lanes.map(({ gap }) => gap)
  expect(first).toBe('')
  for (const gap of others) expect(gap).toMatch(/^−?\d+\.\d(?!.*pts)/)
})
