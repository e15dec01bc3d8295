import type { Board, Race } from '@podium/contracts'

const points = 48
const stepMs = 15 * 60_000

/** How this board came about: everybody at a pace of their own, and the third with a jump that has no known time. */
export function raceOf(board: Board, own: readonly string[], now: number): Race {
  const { data_version, window, left_out, rows, measure } = board
  const at = Array.from({ length: points }, (_, index) => now - (points - 1 - index) * stepMs)
  return {
    data_version,
    window,
    left_out,
    measure: measure === 'momentum' ? 'tokens' : measure,
    at: at.map((instant) => new Date(instant).toISOString()),
    lines: rows
      .filter(({ team }, index) => index < 7 || own.includes(team.id))
      .map(({ team, rank, value }, line) => ({
        team,
        rank,
        values: at.map((_, index) => {
          const share = index / (points - 1)
          return line === 5 && index < 9 ? null : (value ?? 0) * share ** (1 + 0.15 * (line % 4))
        }),
        untimed: line === 2 ? [points - 1] : [],
      })),
  }
}
