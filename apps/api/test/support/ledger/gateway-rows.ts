import type { Counters, DayActivity, DaySource, KeyActivity } from '@podium/litellm-client'
import { add, sum } from '../../../src/domain/counters.ts'

/** One row of the gateway's daily table. A row without a model is in no list of models. */
export type Row = {
  teamId: string | null
  key: string
  model: string | null
  counters: Counters
}

export type View = { source: DaySource; alias: string | null; mostKeys: number; turn: number }

/** What the gateway answers about one day: the same rows, added up by team, by model and by key. */
export function answerOf(date: string, rows: readonly Row[], view: View): DayActivity {
  // Another order every time, as a database has it, so that sums of floats differ in their last bits.
  const at = rows.length === 0 ? 0 : view.turn % rows.length
  const turned = [...rows.slice(at), ...rows.slice(0, at)]
  const listed = largestKeys(turned, view.mostKeys)
  const keysOf = (some: readonly Row[]): KeyActivity[] =>
    [...Map.groupBy(some, ({ key }) => key)]
      .filter(([key]) => listed.has(key))
      .map(([key, ofKey]) => ({ key, alias: view.alias, counters: total(ofKey) }))
  const modelled = turned.filter(({ model }) => model !== null)
  return {
    date,
    source: view.source,
    counters: total(turned),
    teams: [...Map.groupBy(turned, ({ teamId }) => teamId)].map(([teamId, some]) => ({
      teamId,
      alias: view.alias,
      counters: total(some),
      keys: keysOf(some),
    })),
    models: [...Map.groupBy(modelled, ({ model }) => model ?? '')].map(([model, some]) => ({
      model,
      counters: total(some),
      keys: keysOf(some),
    })),
    providers: [],
    keys: keysOf(turned),
  }
}

export function total(rows: readonly Row[]): Counters {
  return sum(rows.map(({ counters }) => counters))
}

/** The gateway's cap keeps the keys that spent most. */
function largestKeys(rows: readonly Row[], most: number): Set<string> {
  const spent = [...Map.groupBy(rows, ({ key }) => key)].map(
    ([key, some]) => [key, total(some).spendUsd] as const,
  )
  return new Set(
    spent
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([key]) => key),
  )
}

/** Adds to the row of the same name, as the gateway's upsert does. */
export function upsert(rows: Row[], { teamId, key, model, counters }: Row): void {
  const at = rows.findIndex(
    (row) => row.teamId === teamId && row.key === key && row.model === model,
  )
  const row = rows[at]
  if (row === undefined) rows.push({ teamId, key, model, counters })
  else rows[at] = { ...row, counters: add(row.counters, counters) }
}
