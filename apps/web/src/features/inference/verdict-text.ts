import type { ModelVerdict, VerdictEvidence } from '@podium/contracts'
import type { Format } from '../../lib/format.ts'
import { durationText, percentText } from './figure-text.ts'
import type { InferenceWords } from './use-inference-words.ts'

type Texts = { words: InferenceWords; format: Format }

/** What is wrong with a model, in one sentence; that nothing is, too. */
export function verdictSentence(verdict: ModelVerdict, { words, format }: Texts): string {
  const { verdict: say } = words
  const found = (kind: string) => verdict.evidence.find((one) => one.kind === kind)
  const seconds = (kind: string) => {
    const { value = 0, limit } = found(kind) ?? {}
    return [durationText(value, format), durationText(limit ?? 0, format)] as const
  }
  switch (verdict.state) {
    case 'pending':
      return say.pending
    case 'down':
      return say.down
    case 'saturated':
    case 'queueing':
      return queueSentence(verdict, { words, format })
    case 'slow':
      return verdict.reason === 'itl'
        ? say.slowNext(...seconds('itl_p95_seconds'))
        : say.slowFirst(...seconds('ttft_p95_seconds'))
    case 'idle':
      return say.idle
    case 'fine': {
      const first = found('ttft_p95_seconds')
      return first === undefined ? say.fine : say.fineWith(durationText(first.value, format))
    }
  }
}

function queueSentence(
  { state, reason, evidence }: ModelVerdict,
  { words, format }: Texts,
): string {
  const { verdict: say } = words
  const count = evidence.find(({ kind }) => kind === 'waiting')?.value ?? 0
  const waiting = say.waiting(count, format.count(count))
  const cache = evidence.find(({ kind }) => kind === 'kv_cache_ratio')
  switch (reason) {
    case 'kv_full':
      return cache === undefined
        ? say.preempted(waiting)
        : say.kvFull(waiting, percentText(cache.value, format))
    case 'slots_full':
      return say.slotsFull(waiting)
    case 'prefill_bound':
      return say.prefillBound(waiting)
    case null:
    default:
      return state === 'saturated' ? say.rising(waiting) : say.queueing(waiting)
  }
}

/** A number that decided, how often it was looked at, and over how long. */
export function evidenceText(one: VerdictEvidence, { words, format }: Texts): string {
  const { evidence: say } = words
  return `${amountOf(one, { words, format })}, ${say.span(one.samples, durationText(one.seconds, format))}`
}

function amountOf({ kind, value, limit }: VerdictEvidence, { words, format }: Texts): string {
  const { evidence: say } = words
  switch (kind) {
    case 'queue_p90_seconds':
    case 'ttft_p95_seconds':
    case 'itl_p95_seconds':
      return say[kind](durationText(value, format), durationText(limit ?? 0, format))
    case 'kv_cache_ratio':
      return say.kv_cache_ratio(percentText(value, format))
    case 'waiting':
    case 'running':
    case 'preemptions':
    case 'tokens':
    case 'computed_prompt_tokens':
      return say[kind](format.count(value))
    default:
      return say.other(kind, format.count(value))
  }
}

export function makersText({ makers }: ModelVerdict, { words, format }: Texts): string | null {
  if (makers === null || makers.teams.length === 0) return null
  const names = format.list(makers.teams.map(({ name }) => name))
  return words.makers(makers.teams.length, names, percentText(makers.share, format))
}

/** 3 minutes, 2 hours: for how long it has been so. */
export function spanText(ms: number, { duration }: InferenceWords): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return duration.seconds(seconds)
  if (seconds < 3600) return duration.minutes(Math.round(seconds / 60))
  if (seconds < 48 * 3600) return duration.hours(Math.round(seconds / 3600))
  return duration.days(Math.round(seconds / 86_400))
}
