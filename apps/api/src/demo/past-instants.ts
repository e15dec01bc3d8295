import { hourMs, minuteMs } from '../domain/utc-day.ts'

const quarterMs = 15 * minuteMs

/** 26 hours up to `now`: by the quarter, so that every poll fills its quarter whole; by the minute as far as small lines show minutes. */
export function pastInstants(now: number): number[] {
  const first = Math.floor((now - 26 * hourMs) / quarterMs) * quarterMs
  const fine = Math.floor((now - 1.25 * hourMs) / quarterMs) * quarterMs
  const quarters = sequence(first, fine, quarterMs)
  return [...quarters, ...sequence(fine + minuteMs, now, minuteMs)]
}

function sequence(from: number, to: number, step: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, index) => from + index * step,
  )
}
