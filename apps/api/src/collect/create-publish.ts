import { addDays, utcDate } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import { isFenced, StoreError } from '../store/store-error.ts'
import type { CollectorEvent, SharedEvent } from './collector-event.ts'

export type Publish = (event: CollectorEvent) => Promise<void>

type PublishDeps = {
  /** To the process that this thread belongs to. */
  post: (event: CollectorEvent) => void
  /** Where other processes look for events; null where there are none. */
  shared: Store | null
  now: () => number
}

const keptDays = 8

/** Tells the own process, and keeps the last event on each matter where other processes find it. */
export function createPublish({ post, shared, now }: PublishDeps): Publish {
  return async (event) => {
    post(event)
    if (shared === null || !isShared(event)) return
    const kept = { name: matterOf(event), body: JSON.stringify(event) }
    const oldest = addDays(utcDate(now()), -keptDays)
    try {
      await shared.write((tx) => tx.saveEvent(kept, { from: 'day', before: `day ${oldest}` }))
    } catch (error) {
      // The poll that could not be kept reports that itself; only a collector that lost its lease has to stop.
      if (!(error instanceof StoreError) || isFenced(error)) throw error
    }
  }
}

function isShared(event: CollectorEvent): event is SharedEvent {
  return event.kind === 'source' || event.kind === 'day' || event.kind === 'prices'
}

/** An event replaces the one before it on the same matter. */
function matterOf(event: SharedEvent): string {
  if (event.kind === 'source') return `source ${event.name}`
  return event.kind === 'day' ? `day ${event.day}` : event.kind
}
