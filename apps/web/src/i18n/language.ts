import type { Words } from './words.ts'

/** A folder of messages and a line here are a language, called by the name that its speakers look for. */
export const languages = [
  { tag: 'en', name: 'English', load: () => import('./messages/en/index.ts') },
  { tag: 'de', name: 'Deutsch', load: () => import('./messages/de/index.ts') },
] as const satisfies readonly {
  tag: string
  name: string
  load: () => Promise<{ words: Words }>
}[]

export type Language = (typeof languages)[number]['tag']

/** The choice made on this device, else the first language of the browser that there is. */
export function pickLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const wanted = [...(chosen === null ? [] : [chosen]), ...preferred]
  const known = wanted.map((tag) => languages.find((language) => tag.startsWith(language.tag)))
  return known.find((language) => language !== undefined)?.tag ?? 'en'
}

/** Each language is a file of its own. */
export async function loadWords(tag: Language): Promise<Words> {
  const [english] = languages
  const { load } = languages.find((language) => language.tag === tag) ?? english
  return (await load()).words
}
