import { addDistributions, createDistribution } from './distribution.ts'
import type { Distribution } from './distribution.ts'

export const latencyNames = ['ttft', 'itl', 'tpot', 'e2e', 'queue'] as const
export type LatencyName = (typeof latencyNames)[number]
/** Bucket ends of the latencies of an engine. */
export type LatencyBounds = Record<LatencyName, readonly number[]>

const countNames = [
  // When the prefill ends.
  'promptTokens',
  'cachedPromptTokens',
  // With each token.
  'generationTokens',
  // The same three, when the request ends.
  'endedPromptTokens',
  'endedCachedPromptTokens',
  'endedGenerationTokens',
  'stopped',
  'cutOff',
  'failed',
  'hungUp',
  'refused',
  'rejected',
  'preemptions',
  'prefillSeconds',
  'decodeSeconds',
] as const
type Counts = Record<(typeof countNames)[number], number>

/** All that an engine has counted. */
export interface Totals extends Counts {
  latencies: Record<LatencyName, Distribution>
  /** Of requests that ended as they should. */
  promptLengths: Distribution
  generationLengths: Distribution
  /** Prompt and generation tokens by sender. */
  tokensBySender: Map<string, number>
}

const lengthBounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000]

export function createTotals(bounds: LatencyBounds): Totals {
  return {
    ...ofCounts(() => 0),
    latencies: ofLatencies((name) => createDistribution(bounds[name])),
    promptLengths: createDistribution(lengthBounds),
    generationLengths: createDistribution(lengthBounds),
    tokensBySender: new Map(),
  }
}

export function addTotals(a: Totals, b: Totals): Totals {
  const tokensBySender = new Map(a.tokensBySender)
  for (const [sender, tokens] of b.tokensBySender) {
    tokensBySender.set(sender, (tokensBySender.get(sender) ?? 0) + tokens)
  }
  return {
    ...ofCounts((name) => a[name] + b[name]),
    latencies: ofLatencies((name) => addDistributions(a.latencies[name], b.latencies[name])),
    promptLengths: addDistributions(a.promptLengths, b.promptLengths),
    generationLengths: addDistributions(a.generationLengths, b.generationLengths),
    tokensBySender,
  }
}

function ofCounts(make: (name: keyof Counts) => number): Counts {
  const counts: Partial<Counts> = {}
  for (const name of countNames) counts[name] = make(name)
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the loop has filled every name
  return counts as Counts
}

function ofLatencies<T>(make: (name: LatencyName) => T): Record<LatencyName, T> {
  return {
    ttft: make('ttft'),
    itl: make('itl'),
    tpot: make('tpot'),
    e2e: make('e2e'),
    queue: make('queue'),
  }
}
