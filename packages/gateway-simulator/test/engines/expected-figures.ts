import type { Figures } from '@podium/inference-metrics'
import type { EngineTruth, SimulatedKindName, Totals } from '../../src/index.ts'

type Latencies = 'ttftSeconds' | 'itlSeconds' | 'tpotSeconds' | 'e2eSeconds' | 'queueSeconds'
export type Expected = Omit<
  Figures,
  'promptTokensPerSecond' | 'generationTokensPerSecond' | Latencies
> & { latencies: readonly (keyof Totals['latencies'])[] }

const all = ['ttft', 'itl', 'tpot', 'e2e', 'queue'] as const

/** What a poller should know of an engine whose every counter was 0 at its first scrape. */
export function expectedFigures(
  kind: SimulatedKindName,
  { moment, counted }: EngineTruth,
  { kvCapacityTokens }: { kvCapacityTokens: number },
): Expected {
  const known: Expected = {
    running: moment?.running ?? null,
    waiting: moment?.waiting ?? null,
    kvCacheRatio: (moment?.kvTokens ?? 0) / kvCapacityTokens,
    kvCacheBasis: 'used',
    promptTokens: counted.promptTokens,
    cachedPromptTokens: counted.cachedPromptTokens,
    generationTokens: counted.generationTokens,
    requests: {
      finished: counted.stopped + counted.cutOff,
      failed: counted.failed,
      aborted: counted.hungUp,
      rejected: null,
      refused: null,
    },
    preemptions: null,
    prefixHitRatio: counted.cachedPromptTokens / counted.promptTokens,
    specAcceptRatio: null,
    latencies: all,
  }
  const noTokens = { promptTokens: null, cachedPromptTokens: null, generationTokens: null }
  const noCounts = { finished: null, failed: null, aborted: null, rejected: null, refused: null }
  const { requests } = known
  const { rejected, refused, preemptions } = counted
  switch (kind) {
    case 'vllm':
      return { ...known, requests: { ...requests, rejected, refused }, preemptions }
    case 'aphrodite':
      return { ...known, requests: { ...requests, refused }, preemptions }
    case 'sglang':
      return { ...known, requests: { ...requests, refused }, preemptions }
    case 'lmdeploy':
      return known
    case 'tgi':
      return {
        ...known,
        kvCacheRatio: (moment?.reservedTokens ?? 0) / kvCapacityTokens,
        kvCacheBasis: 'reserved',
        promptTokens: counted.promptLengths.sum,
        cachedPromptTokens: null,
        generationTokens: counted.generationLengths.sum,
        requests: { ...requests, failed: counted.failed + refused, aborted: null, rejected },
        prefixHitRatio: null,
        latencies: ['tpot', 'e2e', 'queue'],
      }
    case 'llamacpp':
      return {
        ...known,
        kvCacheRatio: null,
        kvCacheBasis: null,
        generationTokens: counted.endedGenerationTokens,
        requests: noCounts,
        latencies: [],
      }
    case 'triton':
      return {
        ...known,
        ...noTokens,
        requests: { ...requests, rejected },
        prefixHitRatio: null,
        latencies: ['ttft'],
      }
    case 'trtllm':
      return {
        ...known,
        requests: { ...requests, aborted: null },
        latencies: ['ttft', 'tpot', 'e2e', 'queue'],
      }
    case 'ollama':
      return {
        ...known,
        ...noTokens,
        running: null,
        waiting: null,
        kvCacheRatio: null,
        kvCacheBasis: null,
        requests: noCounts,
        prefixHitRatio: null,
        latencies: [],
      }
  }
}
