import type { Gpus } from '@podium/contracts'
import { describeGpus } from '../../analytics/inference/describe-gpus.ts'
import { readFacts, type InferenceContext } from './context.ts'

type GpusAsked = { window: string; windowMs: number; gpu: readonly string[] }

/** How GPUs are; `null` where one that is asked for is nobody's. */
export async function readGpus(
  context: InferenceContext,
  asked: GpusAsked,
  now: number,
): Promise<Gpus | null> {
  return describeGpus(await readFacts(context, now), asked)
}
