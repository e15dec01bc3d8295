import type { ModelPrice } from '@podium/litellm-client'
import type { CellName } from '../../domain/cell.ts'
import type { Booked } from '../../ledger/day-booking.ts'
import type { ReadMoment } from '../../domain/day-coverage.ts'
import type { DayState } from '../../ledger/day-state.ts'
import type { Delta } from '../../ledger/delta.ts'
import { storeError } from '../store-error.ts'
import { dayState, readDeltasOf } from './day-state.ts'
import { foldMeters } from './fold-meters.ts'
import { foldOldestMinutes } from './fold-minutes.ts'
import { purgeBefore } from './purge.ts'
import type { PollRecord } from '../poll-record.ts'
import { forgetPolls, recordPoll } from './record-poll.ts'
import { saveBooking } from './save-booking.ts'
import { saveLabels, type Labels } from './save-labels.ts'
import { savePrices } from './save-prices.ts'
import { saveTeams, type TeamListing } from './save-teams.ts'
import { saveEvent, type KeptEvent } from './save-event.ts'
import { foldOldestSlices } from './fold-slices.ts'
import { saveSlices, type Slices } from './save-slices.ts'
import { sumOldestWeek } from './sum-weeks.ts'
import { saveComparisons, teamsToCompare, type ComparedTeam } from './spend-comparisons.ts'
import type { Writing } from './writing.ts'

/** All there is to write with. It works until its transaction ends. */
export type WriteTx = {
  dayState: (day: string) => Promise<DayState>
  deltasOf: (day: string, cell: CellName) => Promise<readonly Delta[]>
  /** `changes` are the reclassified moves; `read` becomes the day's last accepted read. */
  saveBooking: (
    day: string,
    booked: Booked,
    changes: readonly Delta[],
    read: ReadMoment,
  ) => Promise<void>
  saveTeams: (listing: TeamListing) => Promise<void>
  /** Each team beside what is booked for it since they are compared, or since `firstDay`. */
  teamsToCompare: (firstDay: string) => Promise<ComparedTeam[]>
  saveComparisons: (comparisons: Parameters<typeof saveComparisons>[1]) => Promise<void>
  saveLabels: (labels: Labels) => Promise<void>
  savePrices: (listing: { prices: readonly ModelPrice[]; at: number }) => Promise<void>
  recordPoll: (poll: PollRecord) => Promise<void>
  /** Those that started before an instant, in milliseconds. */
  forgetPolls: (before: number) => Promise<void>
  /** What the collector says, for processes that do not collect. */
  saveEvent: (event: KeptEvent, old: { from: string; before: string }) => Promise<void>
  /** Folds one day's minutes, if that lies before `day`, and names it. */
  foldOldestMinutes: (day: string) => Promise<string | null>
  /** Keeps one counter a day of each team's budget before `day`. */
  foldMeters: (day: string) => Promise<void>
  /** Adds what engines and GPUs did; answers about the data are not changed by it. */
  saveSlices: (slices: Slices) => Promise<void>
  /** Folds one day's minutes of engines and GPUs, if that lies before `day`; false where none is left. */
  foldOldestSlices: (day: string) => Promise<boolean>
  /** Sums one week that ended before `day`; false where all are. */
  sumOldestWeek: (day: string) => Promise<boolean>
  purgeBefore: (day: string) => Promise<void>
}

export type OpenTx = {
  tx: WriteTx
  hasChanged: () => boolean
  hasRenamed: () => boolean
  end: () => void
}

export function openTx(writing: Writing): OpenTx {
  let ended = false
  let changed = false
  let renamed = false
  const namesBefore = writing.names.count()
  /** A function of the transaction, dead once that has ended. */
  const alive =
    <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      ended ? Promise.reject(storeError('ended')) : run(...args)
  const note = async (work: Promise<boolean>): Promise<void> => {
    changed = (await work) || changed
  }
  const noteNames = async (work: Promise<boolean>): Promise<void> => {
    const isOther = await work
    renamed ||= isOther
    changed ||= isOther
  }
  const always = (work: Promise<void>) => note(work.then(() => true))
  const tx: WriteTx = {
    dayState: alive((day) => dayState(writing, day)),
    deltasOf: alive((day, cell) => readDeltasOf(writing, day, cell)),
    saveBooking: alive((day, booked, changes, read) =>
      note(saveBooking(writing, { day, booked, changes, read })),
    ),
    saveTeams: alive(async (listing) => {
      const { isRenamed, isMetered } = await saveTeams(writing, listing)
      renamed ||= isRenamed
      changed ||= isRenamed || isMetered
    }),
    teamsToCompare: alive((firstDay) => teamsToCompare(writing, firstDay)),
    saveComparisons: alive((comparisons) => saveComparisons(writing, comparisons)),
    saveLabels: alive((labels) => noteNames(saveLabels(writing, labels))),
    savePrices: alive((listing) => noteNames(savePrices(writing, listing))),
    recordPoll: alive((poll) => recordPoll(writing, poll)),
    forgetPolls: alive((before) => forgetPolls(writing, before)),
    saveEvent: alive((event, old) => saveEvent(writing, event, old)),
    foldOldestMinutes: alive(async (day) => {
      const folded = await foldOldestMinutes(writing, day)
      changed ||= folded !== null
      return folded
    }),
    foldMeters: alive((day) => foldMeters(writing, day)),
    saveSlices: alive((slices) => saveSlices(writing, slices)),
    foldOldestSlices: alive((day) => foldOldestSlices(writing, day)),
    sumOldestWeek: alive((day) => sumOldestWeek(writing, day)),
    purgeBefore: alive((day) => always(purgeBefore(writing, day))),
  }
  return {
    tx,
    hasChanged: () => changed,
    hasRenamed: () => renamed || writing.names.count() > namesBefore,
    end: () => (ended = true),
  }
}
