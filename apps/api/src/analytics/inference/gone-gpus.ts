import { mergeGpus } from '@podium/inference-metrics'
import { freshSources } from '../../domain/inference/fresh.ts'
import type { Facts } from './facts.ts'

/** GPUs that no source lists any more, or whose sources are silent. */
export function goneGpus({ known, now }: Pick<Facts, 'known' | 'now'>): ReadonlySet<string> {
  const answers = freshSources(known.gpuSources, now, known.watched.intervalMs)
  const there = new Set(mergeGpus(answers).map(({ gpu }) => gpu))
  return new Set(known.gpus.map(({ last }) => last.gpu).filter((gpu) => !there.has(gpu)))
}
