import { spanOf, type Part } from '@podium/inference-metrics'
import { isFresh, type Row } from '../../domain/inference/fresh.ts'
import type { Facts } from './facts.ts'

const noGauges = { running: null, waiting: null, kvCacheRatio: null, kvCacheBasis: null }

/** What nothing is known of. */
export const noPart: Part = { gauges: noGauges, span: null, estimatesAborted: false }

/** An engine's model over a window; `null` where its last scrape is too old. */
export function partOf(
  { engine, model }: Row,
  { known, now }: Pick<Facts, 'known' | 'now'>,
  windowMs: number,
): Part | null {
  const newest = model?.samples.at(-1)
  if (model === null || newest === undefined) return null
  if (!isFresh(engine, now, known.watched.intervalMs)) return null
  return {
    gauges: newest,
    span: spanOf(model.samples, windowMs),
    estimatesAborted: newest.estimatesAborted,
  }
}
