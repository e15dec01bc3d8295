import type { TokenUsage } from '../ledger/token-usage.ts'

/** A request as its sender makes it. Its outcome depends on key, team and budget at that moment. */
export interface Intent extends TokenUsage {
  id: string
  /** Hash of the bearer that is sent, whether or not it is known. */
  token: string
  group: string
  /** Position of the deployment within the group. */
  deployment: number
  startMs: number
  endMs: number
  firstTokenMs: number
  fate: 'answered' | 'provider failed' | 'rate limited' | 'unknown model'
}
