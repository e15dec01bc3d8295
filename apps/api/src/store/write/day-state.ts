import type { Counters } from '@podium/litellm-client'
import type { Transaction } from 'kysely'
import type { CellName } from '../../domain/cell.ts'
import { CellMap } from '../../ledger/cell-map.ts'
import { add, noCounters } from '../../domain/counters.ts'
import type { CellState, DayState, Fall } from '../../ledger/day-state.ts'
import type { Delta } from '../../ledger/delta.ts'
import { toCounters } from '../counter-columns.ts'
import { dayNumber } from '../day-number.ts'
import { counterSums } from '../counter-sums.ts'
import { toDelta } from '../delta-row.ts'
import type { Schema } from '../schema.ts'
import type { CachedDay } from './day-cache.ts'
import type { Writing } from './writing.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { fromTeams } from '../from-teams.ts'

/** What is booked for a day, as the ledger wants it. */
export function dayState(writing: Writing, day: string): Promise<DayState> {
  return cachedDay(writing, day)
}

export async function cachedDay(writing: Writing, day: string): Promise<CachedDay> {
  const known = writing.days.get(day)
  if (known !== null) return known
  const state = await readDay(writing, day)
  writing.days.put(state)
  return state
}

/** The sums by cell, and what begins where they end. */
async function readDay({ trx, names }: Writing, day: string): Promise<CachedDay> {
  const number = dayNumber(day)
  const falls = await readFalls(trx, number)
  const lastRead = await readLastRead(trx, number)
  const summedTo = lastRead?.summed_to ?? number * secondsPerDay
  const cells = new CellMap<CellState>()
  const behind = new CellMap<CellState>()
  const count = (id: number, more: Counters): CellState => {
    const name = names.nameOf(id)
    const counters = add(cells.get(name)?.counters ?? noCounters, more)
    const state = { ...name, counters, fall: falls.get(id) ?? null }
    cells.set(name, state)
    return state
  }
  for (const row of await readSums(trx, number)) count(row.cell, toCounters(row))
  let latest = summedTo
  for (const row of await readTail(trx, number, summedTo)) {
    const state = count(row.cell, toCounters(row))
    behind.set(state, state)
    latest = Math.max(latest, row.latest)
  }
  const sums = { summedTo, latest, behind }
  return { day, lastRead: lastRead === undefined ? null : toMoment(lastRead), cells, ...sums }
}

function readSums(trx: Transaction<Schema>, day: number) {
  return fromTeams(trx, 'day_cell').selectAll('d').where('d.day', '=', day).execute()
}

function readTail(trx: Transaction<Schema>, day: number, from: number) {
  return fromTeams(trx, 'delta')
    .select(['d.cell', ...counterSums('d')])
    .select((eb) => eb.fn.max('d.start').as('latest'))
    .where('d.day', '=', day)
    .where('d.start', '>=', from)
    .groupBy(['d.team', 'd.cell'])
    .execute()
}

async function readFalls(trx: Transaction<Schema>, day: number): Promise<Map<number, Fall>> {
  const rows = await trx.selectFrom('fall').selectAll().where('day', '=', day).execute()
  return new Map(
    rows.map((row) => [
      row.cell,
      { reads: row.reads, firstAt: row.first_ms, lowest: toCounters(row) },
    ]),
  )
}

function readLastRead(trx: Transaction<Schema>, day: number) {
  return trx.selectFrom('day_read').selectAll().where('day', '=', day).executeTakeFirst()
}

function toMoment(row: Pick<Schema['day_read'], 'started_ms' | 'finished_ms' | 'source'>) {
  return { startedAt: row.started_ms, finishedAt: row.finished_ms, source: row.source }
}

/** Oldest first. */
export async function readDeltasOf(
  { trx, names }: Writing,
  day: string,
  cell: CellName,
): Promise<Delta[]> {
  const ids = names.find(cell)
  if (ids === undefined) return []
  const rows = await trx
    .selectFrom('delta')
    .selectAll()
    .where('team', '=', ids.team)
    .where('day', '=', dayNumber(day))
    .where('cell', '=', ids.id)
    .orderBy('start')
    .execute()
  return rows.map((row) => toDelta(row, names.nameOf(row.cell)))
}
