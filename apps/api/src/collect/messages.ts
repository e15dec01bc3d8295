import type { Gateway } from '../config.ts'
import type { DataNote } from '../ledger/data-note.ts'
import type { StorePlace } from '../store/store-place.ts'
import type { DayHeard } from './poll-activity.ts'
import type { Source } from './source-state.ts'

/** What the collector's thread is given; plain values, because it is told them by message. */
export type CollectorOptions = {
  place: StorePlace
  /** `null` brings a simulated gateway to life in the thread. */
  gateway: Gateway | null
  pollMs: number
  historyDays: number
  backfillMostRequests: number
}

export const sourceNames = ['activity', 'teams', 'prices'] as const
export type SourceName = (typeof sourceNames)[number]

/** What it tells. */
export type CollectorMessage =
  | { kind: 'source'; name: SourceName; source: Source }
  | { kind: 'data'; dataVersion: number }
  /** What the last answer about a day said, and days of the past that are still to be read. */
  | ({ kind: 'heard' } & DayHeard)
  | { kind: 'priced'; notes: DataNote[] }
  /** Whether it is the one that collects. */
  | { kind: 'reign'; isLeading: boolean }
