import type { Reconciliation } from '@podium/contracts'
import type { TrustWords } from './use-trust-words.ts'
import type { Format } from '../../lib/format.ts'

/** Which teams drift, by how many dollars, since when and likely why; and how many are still to be compared. */
export function driftTexts(
  { worst, drift, waiting }: Reconciliation,
  words: TrustWords['drifts'],
  format: Format,
): string[] {
  const teams = worst.map(({ name, drift_usd: usd, since, cause }) =>
    words[cause](name, format.exactUsd(Math.abs(usd)), format.moment(Date.parse(since))),
  )
  const unnamed = (drift?.drifting ?? 0) - worst.length
  return [
    ...teams,
    ...(unnamed > 0 ? [words.more(unnamed)] : []),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
  ]
}
