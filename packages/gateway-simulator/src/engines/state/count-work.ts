import { observe } from './distribution.ts'
import { tokensAt } from './sequence.ts'
import type { Sequence } from './sequence.ts'
import type { Totals } from './totals.ts'

/** Counts what a sequence does up to an instant: its prompt, and each token with the gap before it. */
export function countWork(totals: Totals, sequence: Sequence, toMs: number): void {
  if (toMs < sequence.computedMs) return
  const { request } = sequence
  if (!sequence.isPromptCounted) {
    sequence.isPromptCounted = true
    totals.promptTokens += request.promptTokens
    totals.cachedPromptTokens += request.cachedTokens
    totals.prefillSeconds += (sequence.computedMs - (sequence.startedMs ?? 0)) / 1000
    addTokens(totals, request.sender, request.promptTokens)
  }
  let fresh = tokensAt(sequence, toMs) - sequence.generated
  if (fresh <= 0) return
  totals.generationTokens += fresh
  addTokens(totals, request.sender, fresh)
  const isFirstSinceComputed = sequence.generated === sequence.hadTokens
  sequence.generated += fresh
  if (isFirstSinceComputed) {
    fresh--
    observeFirst(totals, sequence)
  }
  if (fresh > 0) observe(totals.latencies.itl, sequence.msPerToken / 1000, fresh)
  const since = sequence.generated - sequence.hadTokens - 1
  sequence.lastTokenMs = sequence.computedMs + since * sequence.msPerToken
}

/** The first token of all, or the first one after a preemption, whose gap is the wait. */
function observeFirst({ latencies }: Totals, sequence: Sequence): void {
  const { computedMs, request } = sequence
  if (sequence.hadTokens > 0) {
    observe(latencies.itl, (computedMs - sequence.lastTokenMs) / 1000)
    return
  }
  sequence.firstTokenMs = computedMs
  observe(latencies.ttft, (computedMs - request.arrivesMs) / 1000)
}

/** Counts the end of a sequence; one that fails, or whose sender has gone, leaves no latencies. */
export function countEnd(totals: Totals, sequence: Sequence, atMs: number): void {
  const { request, generated, startedMs, firstTokenMs } = sequence
  totals.endedPromptTokens += request.promptTokens
  totals.endedCachedPromptTokens += request.cachedTokens
  totals.endedGenerationTokens += generated
  if (generated > 1) totals.decodeSeconds += (atMs - firstTokenMs) / 1000
  if (request.fate === 'hangs up') totals.hungUp++
  else if (request.fate === 'fails') totals.failed++
  else if (request.fate === 'length') totals.cutOff++
  else totals.stopped++
  if (request.fate === 'hangs up' || request.fate === 'fails') return
  const { latencies } = totals
  observe(latencies.e2e, (atMs - request.arrivesMs) / 1000)
  observe(latencies.queue, ((startedMs ?? atMs) - request.arrivesMs) / 1000)
  observe(latencies.tpot, generated > 1 ? (atMs - firstTokenMs) / 1000 / (generated - 1) : 0)
  observe(totals.promptLengths, request.promptTokens)
  observe(totals.generationLengths, generated)
}

function addTokens({ tokensBySender }: Totals, sender: string, tokens: number): void {
  tokensBySender.set(sender, (tokensBySender.get(sender) ?? 0) + tokens)
}
