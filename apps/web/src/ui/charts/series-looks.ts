import { teamMark, type MarkShape } from '../../lib/team-mark.ts'
import type { SeriesLook } from './picture.ts'

const colours = 7
const markCount = 49
const dashes: readonly (readonly number[])[] = [
  [],
  [6, 3],
  [2, 3],
  [8, 3, 2, 3],
  [12, 4],
  [4, 2, 1, 2],
  [1, 2],
]
const box: MarkShape = { d: 'M1 1h10v10H1z', isRing: false }

/** Of a series colour: the same wherever it is drawn as a line. */
export function dashOf(colour: string): readonly number[] {
  return dashes[Number(colour.slice(3)) - 1] ?? []
}

/** Everything that has no line of its own. */
export const othersLook: SeriesLook = { colour: '--s0', shape: box, dash: [] }

/**
 * Looks for ids in the order of their rank: a team's by its mark, others' by their hash, and the next free colour where
 * one has it already. Beyond seven they are the others.
 */
export function seriesLooks(
  ids: readonly string[],
  marks: ReadonlyMap<string, number> = new Map(),
): Map<string, SeriesLook> {
  const taken = new Set<number>()
  const looks = new Map<string, SeriesLook>()
  for (const id of ids) {
    if (looks.has(id)) continue
    const { colour: wanted, shape } = teamMark(marks.get(id) ?? hashOf(id) % markCount)
    const series = Number(wanted.slice(3))
    const colour = Array.from({ length: colours }, (_, step) => ((series - 1 + step) % colours) + 1)
    const free = colour.find((one) => !taken.has(one))
    if (free === undefined) {
      looks.set(id, { ...othersLook, shape })
      continue
    }
    taken.add(free)
    looks.set(id, { colour: `--s${free}`, shape, dash: dashOf(`--s${free}`) })
  }
  return looks
}

function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
