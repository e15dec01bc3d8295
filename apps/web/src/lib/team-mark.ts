export type TeamMark = { series: number; shape: MarkShape }
export type MarkShape = { d: string; isRing: boolean }

const seriesCount = 7

/** On a grid of 12. */
const dot: MarkShape = { d: 'M.5 6a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0z', isRing: false }
const shapes: readonly MarkShape[] = [
  dot,
  { d: 'M1 1h10v10H1z', isRing: false },
  { d: 'M6 0l6 6-6 6-6-6z', isRing: false },
  { d: 'M6 .6L12 11.2H0z', isRing: false },
  { d: 'M3 1h6l3 5-3 5H3L0 6z', isRing: false },
  { d: 'M1.75 6a4.25 4.25 0 1 0 8.5 0 4.25 4.25 0 1 0-8.5 0z', isRing: true },
  { d: 'M2.25 2.25h7.5v7.5h-7.5z', isRing: true },
]

/** Colour × shape by a stable hash of the id, never by rank: a team keeps its mark when it moves. */
export function teamMark(teamId: string): TeamMark {
  let hash = 0x811c9dc5
  for (const char of teamId) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const shape = shapes[Math.floor(hash / seriesCount) % shapes.length] ?? dot
  return { series: (hash % seriesCount) + 1, shape }
}
