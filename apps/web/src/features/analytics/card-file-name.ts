import type { Window } from '@podium/contracts'
import { wallTime } from '../filters/zoned-time.ts'

/** `podium-matrix-2026-11-01-2026-11-30`: the card, and the first and last day of what it shows. */
export function cardFileName(
  id: string,
  window: Pick<Window, 'from' | 'to' | 'tz'> | null,
): string {
  if (window === null) return `podium-${id}`
  const day = (instant: number) => wallTime(instant, window.tz).slice(0, 10)
  return ['podium', id, day(Date.parse(window.from)), day(Date.parse(window.to) - 1)].join('-')
}
