import type { InferenceFigures, Latency } from '@podium/contracts'
import type { Format } from '../../lib/format.ts'
import { durationText, isOfFew, percentText, quantileText } from './figure-text.ts'
import type { InferenceWords } from './use-inference-words.ts'

export type Term = {
  key: keyof InferenceWords['terms']
  /** `null` is not known. */
  text: string | null
  /** From how many observations, where that matters. */
  about?: string
  isFaint?: boolean
}

type Texts = { words: InferenceWords; format: Format }

/** The figures of a model or an engine in the words of the page. */
export function modelTerms(figures: InferenceFigures, { words, format }: Texts): Term[] {
  const count = (value: number | null) => (value === null ? null : format.count(value))
  const ratio = (value: number | null) => (value === null ? null : percentText(value, format))
  const rate = (value: number | null) =>
    value === null ? null : value < 10 ? format.decimal(value, 1) : format.count(value)
  const ofLatency = (latency: Latency | null) =>
    latency === null
      ? {}
      : { about: words.observations(format.count(latency.n)), isFaint: isOfFew(latency) }
  const quantile = (latency: Latency | null, q: 'p50' | 'p95') => {
    const found = latency?.[q] ?? null
    const { about, isFaint = false } = ofLatency(latency)
    return {
      text: found === null ? null : quantileText(found, format),
      ...(about !== undefined && { about }),
      isFaint: q === 'p95' && isFaint,
    }
  }
  const { ttft_seconds: ttft, itl_seconds: itl, queue_seconds: queue } = figures
  const mean = queue?.mean ?? null
  return [
    { key: 'running', text: count(figures.running) },
    { key: 'waiting', text: count(figures.waiting) },
    { key: 'kv', text: ratio(figures.kv_cache_ratio) },
    { key: 'tokensPerSecond', text: rate(figures.generation_tokens_per_second) },
    { key: 'ttftP50', ...quantile(ttft, 'p50') },
    { key: 'ttftP95', ...quantile(ttft, 'p95') },
    { key: 'itlP50', ...quantile(itl, 'p50') },
    { key: 'itlP95', ...quantile(itl, 'p95') },
    {
      key: 'queue',
      text: mean === null ? null : durationText(mean, format),
      ...(queue !== null && { about: words.observations(format.count(queue.n)) }),
    },
    { key: 'prefix', text: ratio(figures.prefix_hit_ratio) },
    { key: 'preemptions', text: count(figures.preemptions) },
  ]
}
