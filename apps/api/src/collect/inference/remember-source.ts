import type { KnownGpuSource } from '../../domain/inference/known.ts'
import type { GpuAnswer } from '../../domain/inference/scraped.ts'

type Taken = Pick<KnownGpuSource, 'id' | 'state' | 'reason' | 'isEngine'> & {
  at: number
  good: GpuAnswer | null
}

export function unknownSource({ id }: { id: string }): KnownGpuSource {
  return {
    id,
    state: 'pending',
    reason: null,
    scrapedAt: null,
    kind: null,
    isEngine: false,
    gpus: [],
  }
}

/** The sources of GPUs after one more answer; an engine is one from when it first tells of GPUs. */
export function rememberSource(
  sources: readonly KnownGpuSource[],
  { at, good, ...ended }: Taken,
): readonly KnownGpuSource[] {
  const isIt = (source: KnownGpuSource) =>
    source.id === ended.id && source.isEngine === ended.isEngine
  const before = sources.find(isIt)
  if (before === undefined && good === null) return sources
  const last = before ?? unknownSource(ended)
  const after: KnownGpuSource = { ...last, ...ended, ...(good && { ...good, scrapedAt: at }) }
  return before === undefined
    ? [...sources, after]
    : sources.map((one) => (isIt(one) ? after : one))
}
