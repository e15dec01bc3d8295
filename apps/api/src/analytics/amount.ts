import type { Amount } from '@podium/contracts'
import { roundUsd } from '../domain/dollars.ts'

export type Counts = {
  promptTokens: number
  completionTokens: number
  requests: number
  spendUsd: number
}

/** A sum small enough to compare by eye. */
export function amount(parts: readonly Counts[]): Amount {
  const sum = (read: (counts: Counts) => number) =>
    parts.reduce((total, counts) => total + read(counts), 0)
  return {
    tokens: sum((counts) => counts.promptTokens + counts.completionTokens),
    requests: sum((counts) => counts.requests),
    spend_usd: roundUsd(sum((counts) => counts.spendUsd)),
  }
}
