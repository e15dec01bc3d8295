import type { Status } from '@podium/contracts'
import { activitySource } from './activity-source.ts'

/** As long as a read of the gateway and the way from there to this page usually take. */
const graceMs = 2000

type Moments = {
  /** By the server's clock. */
  now: number
  /** When this page last asked for the status. */
  askedAt: number
}

/** The gateway has been read again since this status, or should have been, and nobody told this page of it. */
export function isLate(status: Status, { now, askedAt }: Moments): boolean {
  const expected = activitySource(status)?.next_attempt_at ?? status.now
  return now > Date.parse(expected) + graceMs && now > askedAt + status.poll_seconds * 1000
}
