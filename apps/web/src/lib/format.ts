const compact = new Intl.NumberFormat('en', {
  notation: 'compact',
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
})
const exact = new Intl.NumberFormat('en')

export type Quantity = { value: string; unit: string }

const units = new Map([
  ['K', 'k'],
  ['M', 'M'],
  ['B', 'B'],
  ['T', 'T'],
])

/** 3840000 → 3.84 M, in two parts because the unit is drawn smaller. */
export function compactTokens(tokens: number): Quantity {
  if (tokens < 1000) return { value: exact.format(tokens), unit: '' }
  const parts = compact.formatToParts(tokens)
  const suffix = parts.find((part) => part.type === 'compact')?.value ?? ''
  const value = parts.filter((part) => part.type !== 'compact' && part.type !== 'literal')
  return { value: value.map((part) => part.value).join(''), unit: units.get(suffix) ?? suffix }
}

export function exactTokens(tokens: number): string {
  return exact.format(tokens)
}

export function ordinal(rank: number): string {
  const category = ordinals.select(rank)
  return `${rank}${endings.get(category) ?? 'th'}`
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings = new Map([
  ['one', 'st'],
  ['two', 'nd'],
  ['few', 'rd'],
])

/** 4 s, 3 min, 2 h: coarse, because an age is only ever read at a glance. */
export function age(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}
