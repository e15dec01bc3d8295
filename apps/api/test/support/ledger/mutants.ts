import type { LedgerTx } from '../../../src/collect/book-poll.ts'
import type { Booked } from '../../../src/ledger/day-booking.ts'
import type { Delta } from '../../../src/ledger/delta.ts'
import { startOfDay } from '../../../src/domain/utc-day.ts'
import type { LedgerStore } from './ledger-store.ts'

type Mutant = (tx: LedgerTx) => LedgerTx

/** Ledgers that are wrong, each in its own way. */
export const mutants: Record<string, Mutant> = {
  'places nothing': eachPlaced((delta) => ({ ...delta, ...wholeDay(delta), reason: 'gap' })),
  'places by the date of the request': eachPlaced((delta) => ({
    ...delta,
    start: wholeDay(delta).start,
    width: 1,
  })),
  'drops the first sight of a key': onSave(async (tx, day, booking) => {
    const known = (await tx.dayState(day)).cells
    const isKnown = (delta: Delta) => known.has(delta)
    return { ...booking, deltas: booking.deltas.filter(isKnown) }
  }),
  'places the first sight of a key nowhere': onSave(async (tx, day, booking) => {
    const known = (await tx.dayState(day)).cells
    const hide = (delta: Delta): Delta =>
      known.has(delta) ? delta : { ...delta, ...wholeDay(delta), reason: 'baseline' }
    return { ...booking, deltas: booking.deltas.map(hide) }
  }),
  'loses a thousandth of a cent now and then': eachPlaced((delta) => ({
    ...delta,
    counters: { ...delta.counters, spendUsd: delta.counters.spendUsd - 1e-5 },
  })),
  'moves what is booked and not its minutes': (tx) => ({
    ...tx,
    saveBooking: (day, booking, _, read) => tx.saveBooking(day, booking, [], read),
  }),
  'corrects without a row': onSave((_, __, booking) =>
    Promise.resolve({
      ...booking,
      deltas: booking.deltas.filter(({ reason }) => reason !== 'correction'),
    }),
  ),
  'takes a read for news that is none': (tx) => ({
    ...tx,
    dayState: async (day) => {
      const state = await tx.dayState(day)
      const { lastRead } = state
      return { ...state, lastRead: lastRead && { ...lastRead, finishedAt: 0 } }
    },
  }),
}

export function mutate(store: LedgerStore, mutant: Mutant): LedgerStore {
  return { ...store, write: (work) => store.write((tx) => work(mutant(tx))) }
}

function eachPlaced(change: (delta: Delta) => Delta): Mutant {
  return onSave((_, __, booking) => {
    const deltas = booking.deltas.map((delta) => (delta.reason === null ? change(delta) : delta))
    return Promise.resolve({ ...booking, deltas })
  })
}

function onSave(change: (tx: LedgerTx, day: string, booking: Booked) => Promise<Booked>): Mutant {
  return (tx) => ({
    ...tx,
    saveBooking: async (day, booking, changes, read) =>
      tx.saveBooking(day, await change(tx, day, booking), changes, read),
  })
}

function wholeDay({ day }: Delta) {
  return { start: startOfDay(day) / 1000, width: 1440 as const }
}
