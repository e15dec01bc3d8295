export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** The choice made on this device, else the first language of the browser that there is. */
export function pickLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const wanted = [...(chosen === null ? [] : [chosen]), ...preferred]
  const known = wanted.map((tag) => languages.find((language) => tag.startsWith(language)))
  return known.find((language) => language !== undefined) ?? 'en'
}
