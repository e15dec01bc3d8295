import type { Score, ScoreParts } from '@podium/contracts'

/** In the order in which they are drawn and named everywhere. */
export const partNames = [
  'efficiency',
  'reliability',
  'volume',
  'cache',
  'breadth',
] as const satisfies readonly (keyof ScoreParts)[]
export type PartName = (typeof partNames)[number]

export type PartPoints = {
  name: PartName
  /** `null` is not known, and has no weight for this team. */
  points: number | null
  most: number
}

/** What each part brings to the score, in points of 100. */
export function partPoints({ parts }: Score): PartPoints[] {
  return partNames.map((name) => {
    const { value, weight } = parts[name]
    return { name, points: value === null ? null : 100 * value * weight, most: 100 * weight }
  })
}
