import type { Window } from '@podium/contracts'

const dayMs = 86_400_000

/** The UTC days of which a span holds a part. */
export function daysOf({ from, to }: Pick<Window, 'from' | 'to'>): string[] {
  const first = Math.floor(Date.parse(from) / dayMs)
  const end = Math.ceil(Date.parse(to) / dayMs)
  return Array.from({ length: end - first }, (_, index) =>
    new Date((first + index) * dayMs).toISOString().slice(0, 10),
  )
}
