/** The forms of one sentence; a language names those that it tells apart. */
type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** `plural(2, { one: 'one team', other: 'two teams' })`, by the rules of this language. */
export function pluralsOf(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}
