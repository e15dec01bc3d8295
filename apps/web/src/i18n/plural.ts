const rules = new Map<string, Intl.PluralRules>()

/** `plural('en', 2, 'one team', 'two teams')`; both of our languages know one and other. */
export function plural(language: string, count: number, one: string, other: string): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, rule)
  return rule.select(count) === 'one' ? one : other
}
