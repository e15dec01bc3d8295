import { firstOf, type AddressQuery } from '../../lib/address-query.ts'

export type Scene = { kind: 'board'; from: number } | { kind: 'race' | 'models' | 'engines' }

/** What there is to show beside the board. */
export type Known = { teams: number; hasRace: boolean; hasModels: boolean; hasEngines: boolean }

/** So many screens of the board at most: who stands below is not looked for on a wall. */
const mostPages = 3

/** Board, race, models, engines; what does not exist is left out. The last page of the board is a full one. */
export function scenesOf(known: Known, rows: number): readonly Scene[] {
  const pages = Math.min(mostPages, Math.max(1, Math.ceil(known.teams / rows)))
  const last = Math.max(0, Math.min(known.teams, pages * rows) - rows)
  return [
    ...Array.from({ length: pages }, (_, page) => ({
      kind: 'board' as const,
      from: Math.min(last, page * rows),
    })),
    ...(known.hasRace ? [{ kind: 'race' as const }] : []),
    ...(known.hasModels ? [{ kind: 'models' as const }] : []),
    ...(known.hasEngines ? [{ kind: 'engines' as const }] : []),
  ]
}

const usualSeconds = 20

/** How long a scene stays, from 5 s to 10 min. */
export function dwellMsOf(query: AddressQuery): number {
  const asked = Number(firstOf(query['dwell']) ?? usualSeconds)
  return 1000 * Math.min(600, Math.max(5, Number.isFinite(asked) ? asked : usualSeconds))
}
