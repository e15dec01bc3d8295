/** How strongly a cell is drawn, in five steps of its scale; `null` has no strength. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4

export type HeatScale = { least: number; most: number }

const levels = [0, 1, 2, 3, 4] as const

export function heatScale(values: readonly (number | null)[], fromZero: boolean): HeatScale {
  const known = values.filter((value) => value !== null)
  return {
    least: fromZero ? 0 : Math.min(...known),
    most: Math.max(...known, 0),
  }
}

export function heatLevel(value: number | null, { least, most }: HeatScale): HeatLevel | null {
  if (value === null) return null
  if (most <= least) return value > 0 ? 4 : 0
  const part = (value - least) / (most - least)
  return part <= 0 ? 0 : (levels[Math.min(4, Math.ceil(part * 4))] ?? 4)
}
