import type { CounterName, Counters } from '@podium/litellm-client'
import type { DayAnswer } from '../../../src/collect/book-poll.ts'
import { other } from '../../../src/domain/cell.ts'
import { counterNames, isInDollars, noCounters, sum } from '../../../src/domain/counters.ts'
import type { CellState } from '../../../src/ledger/day-state.ts'
import type { Delta } from '../../../src/ledger/delta.ts'
import { isOwnerless } from '../../../src/ledger/owners.ts'
import { startOfDay } from '../../../src/domain/utc-day.ts'
import { total, type Row } from './gateway-rows.ts'
import type { LedgerStore } from './ledger-store.ts'

export type Named = { teamId: string | null; model: string; key: string; counters: Counters }

/** To the token, and to a billionth of a dollar. */
export function mustAgree(what: string, actual: Counters, expected: Counters): void {
  const differs = (name: CounterName) =>
    Math.abs(actual[name] - expected[name]) > (isInDollars(name) ? 1e-9 : 0)
  const wrong = counterNames.find((name) => differs(name) || !Number.isFinite(actual[name]))
  if (wrong === undefined) return
  throw new Error(`${what}: ${wrong} is ${actual[wrong]} and should be ${expected[wrong]}`)
}

/** Both sides added up by a name: every name of either side must agree. */
export function mustAgreeBy<Item extends { counters: Counters }>(
  what: string,
  nameOf: (item: Item) => string,
  actual: readonly Item[],
  expected: readonly Item[],
): void {
  const sums = (items: readonly Item[]) =>
    new Map(
      [...Map.groupBy(items, nameOf)].map(([name, some]) => [
        name,
        sum(some.map((each) => each.counters)),
      ]),
    )
  const [left, right] = [sums(actual), sums(expected)]
  for (const name of new Set([...left.keys(), ...right.keys()]))
    mustAgree(`${what} ${name}`, left.get(name) ?? noCounters, right.get(name) ?? noCounters)
}

const cellName = ({ teamId, model, key }: Named) => JSON.stringify([teamId, model, key])

/** After every read: the rows are what is booked, and what is booked is what the gateway said. */
export async function judgeBooking(store: LedgerStore, answer: DayAnswer): Promise<void> {
  const cells = [...(await store.dayState(answer.day)).cells]
  judgeSums(answer.day, await store.deltas(answer.day), cells)
  judgeTeams(answer, cells)
}

/** Placed and not placed together are what is booked, per team × model × key. */
function judgeSums(day: string, deltas: readonly Delta[], cells: readonly CellState[]): void {
  mustAgreeBy<Named>(`${day} sum of`, cellName, deltas, cells)
  for (const delta of deltas) mustBeBucket(day, delta)
}

function mustBeBucket(day: string, delta: Delta): void {
  const seconds = delta.width * 60
  const from = startOfDay(day) / 1000
  const isInside = delta.start >= from && delta.start + seconds <= from + 86_400
  const isUnplaced = delta.reason !== null && delta.reason !== 'backfilled'
  const isWhole = (delta.width === 1440) === isUnplaced
  if (delta.day !== day || delta.start % seconds !== 0 || !isInside || !isWhole)
    throw new Error(`no such bucket: ${JSON.stringify(delta)}`)
}

/** Every team has what its own answer, or else the common one, says; unless a fall is held in it. */
function judgeTeams({ day, activity, own }: DayAnswer, cells: readonly CellState[]): void {
  const held = new Set(cells.filter(({ fall }) => fall !== null).map(({ teamId }) => teamId))
  const said = (activity?.teams ?? []).map(({ teamId, counters }) => {
    const alone = own.get(teamId ?? '')?.teams[0]
    return { teamId, counters: alone?.counters ?? counters }
  })
  const free = <Item extends { teamId: string | null }>(items: readonly Item[]) =>
    items.filter(({ teamId }) => !held.has(teamId))
  mustAgreeBy<{ teamId: string | null; counters: Counters }>(
    `${day} team`,
    ({ teamId }) => JSON.stringify(teamId),
    free(cells),
    free(said),
  )
}

/** What has settled is what the gateway's own rows say. */
export async function judgeTruth(
  store: LedgerStore,
  day: string,
  rows: readonly Row[],
): Promise<void> {
  const cells = [...(await store.dayState(day)).cells]
  judgeSums(day, await store.deltas(day), cells)
  const truth = rows.map((row): Named => ({ ...row, model: row.model ?? other }))
  mustAgreeBy<Named>(`${day} truth of`, provable, cells, truth)
  mustAgree(day, sum(cells.map(({ counters }) => counters)), total(rows))
}

/** No answer tells the models of a team that cannot be asked alone, nor of a name that many share. */
export function provable({ teamId, model, key }: Named): string {
  const isTold = teamId !== null && !teamId.includes(',') && !isOwnerless(key)
  return JSON.stringify([teamId, isTold ? model : '*', key])
}

export async function snapshot(store: LedgerStore, day: string): Promise<string> {
  const { cells, lastRead } = await store.dayState(day)
  const rows = [...(await store.deltas(day)), ...cells].map((row) => JSON.stringify(row))
  return [JSON.stringify(lastRead), ...rows.toSorted()].join('\n')
}

export function mustBeSame(before: string, after: string): void {
  if (before !== after) throw new Error('a read that is no news changed the store')
}
