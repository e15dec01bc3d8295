import { createBucket } from '../../access/bucket.ts'
import { ProblemError, problems, type ProblemDetails } from '../problem.ts'

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
    if (!bucket.take()) throw comeBackSoon(problems.busy, random)
  }
}

/** Not everybody at the same moment. */
export function comeBackSoon(details: ProblemDetails, random: () => number): ProblemError {
  const seconds = 1 + Math.floor(random() * 3)
  return new ProblemError(details, { 'retry-after': String(seconds) })
}
