import { factsOf, type Facts } from '../../analytics/inference/facts.ts'
import type { InferenceView } from '../../domain/inference/known.ts'
import type { QueryContext } from '../query-context.ts'

/** What questions about engines and GPUs read from. */
export type InferenceContext = QueryContext & { inference: InferenceView }

export async function readFacts(
  { inference, store }: InferenceContext,
  now: number,
): Promise<Facts> {
  const known = inference.known()
  // Nobody to link is nothing to read: GPUs alone do not need the store.
  return factsOf(known, known.engines.length === 0 ? [] : await store.models(), now)
}
