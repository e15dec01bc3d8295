import type { ShownRow } from '../../api/shown-board.ts'
import { isEqual } from '../../lib/is-equal.ts'

export type RankedRow = ShownRow & {
  rank: number
  value: number
  /** Of the best value, 0–1. */
  share: number
  /** To the place above, in units of the measure; the leader's is the lead over the second, `null` where there is none. */
  gap: number | null
  /** By how much the gap has grown in 15 minutes, between the same two; negative has shrunk, `null` is not known. */
  gapGrowth: number | null
}

/**
 * What a row says beside its own numbers: how it stands to the others.
 * A row that says the same as `before` stays the same object, and so does its team: what is drawn of them is left alone.
 */
export function rankedRows(
  rows: readonly ShownRow[],
  before: readonly RankedRow[] = [],
): RankedRow[] {
  const known = new Map(before.map((row) => [row.team.id, row]))
  const values = rows.map(({ value }) => value ?? 0)
  const best = Math.max(0, ...values.slice(0, 1))
  return rows.map((row, index) => {
    const value = row.value ?? 0
    const other = values[index === 0 ? 1 : index - 1]
    const old = known.get(row.team.id)
    const beside = rows[index === 0 ? 1 : index - 1]
    return keepEqual(old, {
      ...row,
      team: keepEqual(old?.team, row.team),
      rank: row.rank ?? index + 1,
      value,
      share: best === 0 ? 0 : value / best,
      gap: other === undefined ? null : Math.abs(other - value),
      gapGrowth: growthOf(beside, row),
    })
  })
}

function growthOf(beside: ShownRow | undefined, row: ShownRow): number | null {
  if (beside === undefined) return null
  const [now, then] = [
    distance(beside.value, row.value),
    distance(beside.value_before, row.value_before),
  ]
  return now === null || then === null ? null : now - then
}

function distance(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.abs(one - other)
}

function keepEqual<T>(before: T | undefined, now: T): T {
  return before !== undefined && isEqual(before, now) ? before : now
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
