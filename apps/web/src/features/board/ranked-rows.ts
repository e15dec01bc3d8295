import type { TeamName } from '@podium/contracts'
import type { ShownBoard, ShownRow } from '../../api/shown-board.ts'

export type RankedRow = ShownRow & {
  rank: number
  value: number
  /** Of the best value, 0–1. */
  share: number
  /** To the place above, in units of the measure; the leader's is the lead over the second, `null` where there is none. */
  gap: number | null
}

/** What a row says beside its own numbers: how it stands to the others. A name that is as `before` stays the same object. */
export function rankedRows(
  rows: readonly ShownRow[],
  before: readonly RankedRow[] = [],
): RankedRow[] {
  const known = new Map(before.map(({ team }) => [team.id, team]))
  const values = rows.map(({ value }) => value ?? 0)
  const best = Math.max(0, ...values.slice(0, 1))
  return rows.map((row, index) => {
    const value = row.value ?? 0
    const other = values[index === 0 ? 1 : index - 1]
    return {
      ...row,
      team: sameName(known.get(row.team.id), row.team),
      rank: row.rank ?? index + 1,
      value,
      share: best === 0 ? 0 : value / best,
      gap: other === undefined ? null : Math.abs(other - value),
    }
  })
}

/** All that is drawn of a row: while that stays the same, the row is left alone. */
export function memoOf(row: RankedRow, { measure, failures_recorded }: ShownBoard): unknown[] {
  const { team, rank, movement, value, share, gap, usage, sparkline, score } = row
  const { tokens, spend_usd, success_rate } = usage
  const parts = Object.values(score?.parts ?? {}).map(({ value: part }) => part)
  return [
    ...[team, rank, movement, value, share, gap, tokens, spend_usd, success_rate],
    ...[sparkline.join(), parts.join(), measure, failures_recorded],
  ]
}

function sameName(before: TeamName | undefined, now: TeamName): TeamName {
  return before?.name === now.name && before.gone === now.gone ? before : now
}

/** As in the original: parts between commas, each matched anywhere, without regard to case. */
export function searched<Row extends { team: { name: string } }>(
  rows: readonly Row[],
  search: string,
): readonly Row[] {
  const wanted = search
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (wanted.length === 0) return rows
  return rows.filter(({ team }) => {
    const name = team.name.toLowerCase()
    return wanted.some((part) => name.includes(part))
  })
}
