import type { ScoreParts } from '@podium/contracts'

export type PartName = keyof ScoreParts
export type PartValues = Record<PartName, number | null>

export const scoreWeights: Record<PartName, number> = {
  efficiency: 0.35,
  reliability: 0.25,
  volume: 0.2,
  cache: 0.1,
  breadth: 0.1,
}

export const partNames: readonly PartName[] = [
  'efficiency',
  'reliability',
  'volume',
  'cache',
  'breadth',
]

/** The weight of a part that is not known goes to the others, in their proportion. */
export function weightsFor(values: PartValues): Record<PartName, number> {
  const known = partNames.filter((name) => values[name] !== null)
  const whole = known.reduce((total, name) => total + scoreWeights[name], 0)
  const weight = (name: PartName) =>
    values[name] === null || whole === 0 ? 0 : scoreWeights[name] / whole
  return {
    efficiency: weight('efficiency'),
    reliability: weight('reliability'),
    volume: weight('volume'),
    cache: weight('cache'),
    breadth: weight('breadth'),
  }
}
