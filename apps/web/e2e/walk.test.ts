import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { judgeTexts } from './walk/judge-texts.ts'
import { isKnownFault } from './walk/known-faults.ts'
import { fewLooks, type Look } from './walk/looks.ts'
import { takeLook, themes, type Theme } from './walk/take-look.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** `npm run walk` goes on to every width. In the short form it is every sixth state, and the themes take turns. */
const looks: (Look & { themes: readonly Theme[] })[] = inject('isDeep')
  ? fewLooks().map((look) => ({ ...look, themes }))
  : fewLooks()
      .filter((_, row) => row % 6 === 0)
      .map((look, row) => ({ ...look, themes: themes.slice(row % 2, (row % 2) + 1) }))

/** On a slow machine the typeface comes after the first words, which are then hardly wider or narrower. */
const mostShift = 0.002

describe.concurrent('nothing is cut, moves by itself, scrolls sideways, is hard to hit or keeps anybody out', () => {
  test.each(looks)(
    '$state.name, $size teams, $width px, $language',
    async ({ themes, ...look }) => {
      const withAxe = look.width === 320 || look.width === 1440
      const options = { browser, withAxe, withPicture: false, mostShift, themes }
      const seen = await takeLook(look, options)
      const unknown = (problems: readonly string[]) =>
        problems.filter((problem) => !isKnownFault(look.state.name, problem))
      expect(seen.map(({ theme, problems }) => [theme, unknown(problems)])).toEqual(
        themes.map((theme) => [theme, []]),
      )
    },
  )
})

test('a walk sees a number that is cut, a text that is cut without a title, and two that overlap', () => {
  const text = {
    text: 'Latent Lions',
    where: 'p',
    isNumber: false,
    cut: 0,
    isTold: false,
    layer: 0,
    lines: [{ left: 0, top: 0, right: 100, bottom: 20 }],
  }
  const far = { ...text, lines: [{ left: 0, top: 100, right: 100, bottom: 120 }] }
  expect(judgeTexts([text, far])).toEqual([])
  expect(judgeTexts([{ ...text, cut: 9, isTold: true }])).toEqual([])
  expect(judgeTexts([{ ...text, cut: 9 }])).toEqual(['text cut by 9 px: “Latent Lions” in p'])
  expect(judgeTexts([{ ...text, text: '3.84', isNumber: true, isTold: true, cut: 9 }])).toEqual([
    'number cut by 9 px: “3.84” in p',
  ])
  const near = { ...text, text: 'Goats', lines: [{ left: 90, top: 4, right: 190, bottom: 24 }] }
  expect(judgeTexts([text, near])).toEqual(['“Latent Lions” overlaps “Goats” in p'])
  expect(judgeTexts([text, { ...near, layer: 1 }])).toEqual([])
  expect(judgeTexts([{ ...text, text: 'NaN $' }])).toEqual(['nonsense: “NaN $” in p'])
})
