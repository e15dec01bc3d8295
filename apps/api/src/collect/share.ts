import { addDays, utcDate } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import type { Clock } from './clock.ts'
import type { CollectorMessage } from './messages.ts'
import type { SharedMessage } from './parse-message.ts'

export type Tell = (message: CollectorMessage) => void
export type Share = (message: SharedMessage) => Promise<void>

/** Nobody else reads the file. */
export function keepToOneself(tell: Tell): Share {
  return (message) => {
    tell(message)
    return Promise.resolve()
  }
}

const keptDays = 8

/** Tells the own process, and keeps the last word on each matter where the others find it. */
export function shareBy(store: Store, clock: Clock, tell: Tell): Share {
  return async (message) => {
    tell(message)
    const told = { name: nameOf(message), body: JSON.stringify(message) }
    const oldest = addDays(utcDate(clock.now()), -keptDays)
    try {
      await store.write((tx) => tx.saveTold(told, { from: 'heard', before: `heard ${oldest}` }))
    } catch (error) {
      // The poll that could not be kept says so itself; only who was overtaken has to stop.
      if (!(error instanceof StoreError) || error.kind === 'fenced') throw error
    }
  }
}

function nameOf(message: SharedMessage): string {
  if (message.kind === 'source') return `source ${message.name}`
  return message.kind === 'heard' ? `heard ${message.day}` : message.kind
}
