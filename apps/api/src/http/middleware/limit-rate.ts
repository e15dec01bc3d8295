import { createBucket } from '../../access/bucket.ts'
import { ProblemError, problems } from '../problem.ts'

type Deps = {
  /** 0 is no limit. */
  requestsPerSecond: number
  now: () => number
  random: () => number
}

/** Throws where too many answers are wanted at once; an answer that is kept needs no turn. */
export type TakeTurn = () => void

export function createRateLimit({ requestsPerSecond, now, random }: Deps): TakeTurn {
  if (requestsPerSecond === 0) return () => undefined
  const bucket = createBucket({
    capacity: 2 * requestsPerSecond,
    perSecond: requestsPerSecond,
    now,
  })
  return () => {
    if (bucket.take()) return
    // Not everybody should come back at the same moment.
    const seconds = 1 + Math.floor(random() * 3)
    throw new ProblemError(problems.busy, { 'retry-after': String(seconds) })
  }
}
