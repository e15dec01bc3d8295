export type TeamMark = { series: number; shape: number }

const seriesCount = 7
const shapeCount = 7

/** Colour × shape by a stable hash of the id, never by rank: a team keeps its mark when it moves. */
export function teamMark(teamId: string): TeamMark {
  let hash = 0x811c9dc5
  for (const char of teamId) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return { series: (hash % seriesCount) + 1, shape: Math.floor(hash / seriesCount) % shapeCount }
}
