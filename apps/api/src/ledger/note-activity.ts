import type {
  ActivityNote,
  ActivityNoteKind,
  CounterName,
  Counters,
  DayActivity,
} from '@podium/litellm-client'
import type { Correction } from '../domain/day-coverage.ts'
import { noteIf, type DataNote } from './data-note.ts'

type DayAnswers = {
  activity: DayActivity
  /** Counters that this gateway does not know. */
  absent: readonly CounterName[]
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
  absent,
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
    ...noteIf('models_incomplete', countOf('models_incomplete')),
    ...noteIf(
      'tokens_on_failures',
      estimatesFailures(activity, absent) ? failuresWithTokens(activity) : 0,
    ),
    ...noteIf('fall_corrected', corrections.length),
  ]
}

/**
 * From 1.99 on, which also was the first to count savings, a failed request has an estimate of its prompt. Where nothing
 * succeeded and tokens are there, that is proven.
 */
function estimatesFailures(activity: DayActivity, absent: readonly CounterName[]): boolean {
  const isProof = ({ successes, failures, promptTokens }: Counters) =>
    successes === 0 && failures > 0 && promptTokens > 0
  return (
    !absent.includes('cacheSavingsUsd') ||
    activity.models.flatMap(({ keys }) => keys).some(({ counters }) => isProof(counters))
  )
}

/** Failures share their row with successes, so those that were refused at the door may be among them. */
function failuresWithTokens({ models }: DayActivity): number {
  return models.reduce((total, { counters, keys }) => {
    if (counters.promptTokens === 0) return total
    const refused = keys
      .filter((key) => key.counters.promptTokens === 0)
      .reduce((sum, key) => sum + key.counters.failures, 0)
    return total + counters.failures - refused
  }, 0)
}
