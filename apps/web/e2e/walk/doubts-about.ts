import type { Page } from 'playwright'
import { gatherTexts, type Text } from './gather-texts.ts'
import type { Look } from './looks.ts'
import { castIn } from './states.ts'
import { wordsOf } from './words-of.ts'

/** On the slowest machine. */
const patienceMs = 60_000

/** What can be read in this state only comes with an answer of its own: waits for it, but not for ever. */
export async function untilSaid(page: Page, look: Look): Promise<void> {
  const told = await toldIn(look)
  const until = Date.now() + patienceMs
  while (!isSaid(told, await page.evaluate(gatherTexts)) && Date.now() < until)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
}

async function toldIn({ state, size, language }: Look): Promise<string> {
  const says = state.says(await wordsOf(language), castIn(state, size))
  return says.slice(0, 80).trim()
}

const isSaid = (told: string, texts: readonly Text[]) =>
  texts.some(({ text }) => text.includes(told))

/** Why this may not be what it is meant to be: an empty page has no other fault. */
export async function doubtsAbout(
  page: Page,
  look: Look,
  theme: 'light' | 'dark',
  texts: readonly Text[],
): Promise<string[]> {
  const told = await toldIn(look)
  const shown = await page.evaluate(() => {
    const [red = 0] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []
    const theme = Number(red) > 127 ? 'light' : 'dark'
    return { language: document.documentElement.lang, width: innerWidth, theme }
  })
  return [
    ...(isSaid(told, texts) ? [] : [`does not say “${told}”`]),
    ...(Object.values(shown).join() === [look.language, look.width, theme].join()
      ? []
      : [`is ${Object.values(shown).join(', ')} px`]),
  ]
}
