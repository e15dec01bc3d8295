/** Grams of CO₂ that a kilowatt hour of a country's electricity stands for, on average. */
export type CarbonIntensity = { grams: number; source: string }

/**
 * Yearly averages of 2024 by Ember, CC BY-SA 4.0, as @tgwf/co2 0.19.0 has them, rounded. A row of another year would need
 * its year beside it.
 */
const grams2024 = new Map([
  ['WORLD', 473],
  ['DEU', 342],
  ['AUT', 103],
  ['CHE', 37],
  ['FRA', 44],
  ['NLD', 253],
  ['BEL', 118],
  ['ITA', 288],
  ['ESP', 146],
  ['POL', 615],
  ['GBR', 216],
  ['SWE', 36],
  ['NOR', 31],
  ['DNK', 143],
  ['FIN', 72],
  ['USA', 384],
  ['CAN', 185],
  ['IND', 709],
  ['CHN', 558],
  ['AUS', 554],
])

export const carbonCodes: readonly string[] = [...grams2024.keys()]

/** Of a code of the table, or an operator's own value; `null` for neither. */
export function carbonIntensity(value: string | number): CarbonIntensity | null {
  if (typeof value === 'number') return { grams: value, source: 'configured' }
  const grams = grams2024.get(value)
  return grams === undefined ? null : { grams, source: `${value} 2024, Ember (CC BY-SA 4.0)` }
}
