import type { RankedRow } from './ranked-rows.ts'

const step = 10

/** Where a scale of success that ends at 100 % begins: at full tens, below everybody. */
export function floorOf(rows: readonly Pick<RankedRow, 'value'>[]): number {
  const least = Math.min(100, ...rows.map(({ value }) => value))
  return Math.max(0, Math.min(100 - step, Math.floor((least - 1) / step) * step))
}
