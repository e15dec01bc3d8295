import type { Gateway } from '../config.ts'
import type { InferenceConfig } from '../config/inference.ts'
import type { StoreLocation } from '../store/store-location.ts'

/** What the collector's thread is given: plain values, because they are copied into the thread. */
export type CollectorOptions = {
  place: StoreLocation
  /** `null` brings a simulated gateway to life in the thread. */
  gateway: Gateway | null
  pollMs: number
  historyDays: number
  backfillMostRequests: number
  inference: InferenceConfig
}
