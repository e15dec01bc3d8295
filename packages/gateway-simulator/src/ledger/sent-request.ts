import type { Deployment } from '../world/deployments.ts'
import type { TokenUsage } from './token-usage.ts'

export type Outcome =
  | 'success'
  | 'provider failed'
  | 'rate limited'
  | 'unknown model'
  | 'budget exceeded'
  | 'deleted key'
  | 'expired key'
  | 'unknown key'
  | 'refused read'

/** One request as it really was, before any release books it in its own way. */
export interface SentRequest extends TokenUsage {
  id: string
  outcome: Outcome
  startMs: number
  firstTokenMs: number
  endMs: number
  /** Hash of the bearer; empty when none was sent. */
  token: string
  isMasterKey: boolean
  /** The key's team when the request began; empty without one. */
  teamId: string
  /** The public name that was asked for; empty for a read. */
  group: string
  deployment: Deployment | null
  /** Path after `/v1`, or of the refused read. */
  endpoint: string
  spend: number
}

/** True where the gateway passed the request on to a deployment. */
export function wasDispatched({ outcome }: SentRequest): boolean {
  return outcome === 'success' || outcome === 'provider failed' || outcome === 'rate limited'
}
