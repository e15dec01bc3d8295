import type { EngineRequest } from './engine-request.ts'

/** A request inside the engine. */
export interface Sequence {
  request: EngineRequest
  /** When it first left the queue; null while it never did. */
  startedMs: number | null
  /** When what it needs in the cache is computed, and its next token comes. */
  computedMs: number
  msPerToken: number
  /** Tokens it had before it was last computed. */
  hadTokens: number
  generated: number
  isPromptCounted: boolean
  firstTokenMs: number
  lastTokenMs: number
}

export function createSequence(request: EngineRequest): Sequence {
  return {
    request,
    startedMs: null,
    computedMs: Infinity,
    msPerToken: 0,
    hadTokens: 0,
    generated: 0,
    isPromptCounted: false,
    firstTokenMs: Infinity,
    lastTokenMs: Infinity,
  }
}

/** Tokens that it makes in all: what fails does so after its prompt. */
export function wantedOf({ request }: Sequence): number {
  return request.fate === 'fails' ? 0 : request.generationTokens
}

export function endOf(sequence: Sequence): number {
  const rest = Math.max(0, wantedOf(sequence) - sequence.hadTokens - 1)
  return sequence.computedMs + rest * sequence.msPerToken
}

/** Tokens that it has at an instant; rounding must not take the last one away. */
export function tokensAt(sequence: Sequence, atMs: number): number {
  if (atMs < sequence.computedMs) return sequence.hadTokens
  const made = Math.floor((atMs - sequence.computedMs) / sequence.msPerToken + 1e-3) + 1
  return Math.min(wantedOf(sequence), sequence.hadTokens + made)
}

/** What it holds of the KV cache. */
export function kvTokensOf({ request, generated }: Sequence): number {
  return request.promptTokens + generated
}
