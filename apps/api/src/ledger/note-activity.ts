import type { ActivityNote, ActivityNoteKind, Counters, DayActivity } from '@podium/litellm-client'
import type { Correction } from '../domain/day-coverage.ts'
import { noteIf, type DataNote } from './data-note.ts'

type DayAnswers = {
  activity: DayActivity
  /** What the client said of this answer. */
  clientNotes: readonly ActivityNote[]
  /** Reads that were refused that day because their pages did not agree. */
  driftedReads: number
  corrections: readonly Correction[]
}

const manyRequests = 1000

/** What one day's answers tell about their own quality. */
export function noteActivity({
  activity,
  clientNotes,
  driftedReads,
  corrections,
}: DayAnswers): DataNote[] {
  const { requests, failures } = activity.counters
  const countOf = (kind: ActivityNoteKind) =>
    clientNotes.reduce((sum, note) => sum + (note.kind === kind ? note.count : 0), 0)
  return [
    ...noteIf('pages_drifted', driftedReads + (countOf('pages_walked') > 0 ? 1 : 0)),
    ...noteIf('keys_truncated', countOf('keys_truncated')),
    ...noteIf('no_failures_recorded', failures === 0 && requests >= manyRequests ? requests : 0),
    ...noteIf('tokens_on_failures', estimatedFailures(activity)),
    ...noteIf('fall_corrected', corrections.length),
  ]
}

/** Where nothing succeeded there are tokens only if failures carry some. Elsewhere they cannot be told apart. */
function estimatedFailures({ models }: DayActivity): number {
  const isEstimated = ({ successes, failures, promptTokens }: Counters) =>
    successes === 0 && failures > 0 && promptTokens > 0
  return models
    .flatMap(({ keys }) => keys)
    .reduce((sum, { counters }) => sum + (isEstimated(counters) ? counters.failures : 0), 0)
}
