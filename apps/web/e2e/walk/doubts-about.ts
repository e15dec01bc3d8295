import type { Page } from 'playwright'
import { loadWords } from '../../src/i18n/language.ts'
import type { Text } from './gather-texts.ts'
import type { Look } from './looks.ts'
import { castIn } from './states.ts'

/** Why this may not be what it is meant to be: an empty page has no other fault. */
export async function doubtsAbout(
  page: Page,
  { state, size, width, language }: Look,
  theme: 'light' | 'dark',
  texts: readonly Text[],
): Promise<string[]> {
  const told = state
    .says(await loadWords(language), castIn(state, size))
    .slice(0, 80)
    .trim()
  const shown = await page.evaluate(() => {
    const [red = 0] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []
    const theme = Number(red) > 127 ? 'light' : 'dark'
    return { language: document.documentElement.lang, width: innerWidth, theme }
  })
  return [
    ...(texts.some(({ text }) => text.includes(told)) ? [] : [`does not say “${told}”`]),
    ...(Object.values(shown).join() === [language, width, theme].join()
      ? []
      : [`is ${Object.values(shown).join(', ')} px`]),
  ]
}
