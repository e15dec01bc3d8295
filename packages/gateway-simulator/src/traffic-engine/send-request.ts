import type { Profile } from '../gateway/profile.ts'
import type { SentRequest } from '../ledger/sent-request.ts'
import type { Intent } from '../traffic/intent.ts'
import { hashSecret } from '../world/identifiers.ts'
import type { World } from '../world/world.ts'
import type { TrafficEngine } from './traffic-engine.ts'
import { resolveIntent } from './resolve-intent.ts'

/** A request that a test sends beside the traffic, or instead of it. */
export interface RequestToSend {
  /** The secret that is sent as bearer. */
  key: string
  /** A public model name. */
  model: string
  promptTokens: number
  completionTokens: number
  cacheReadTokens?: number
  cacheCreationTokens?: number
  /** Default: now. */
  startMs?: number
  /** Default: at its start. */
  endMs?: number
  fate?: Intent['fate']
}

export function sendRequest(
  request: RequestToSend,
  { world, profile, engine }: { world: World; profile: Profile; engine: TrafficEngine },
): SentRequest {
  const startMs = request.startMs ?? engine.clock()
  const endMs = request.endMs ?? startMs
  const intent: Intent = {
    id: `sent:${engine.taken()}`,
    token: hashSecret(request.key),
    group: request.model,
    deployment: 0,
    startMs,
    firstTokenMs: startMs,
    endMs,
    fate: request.fate ?? 'answered',
    promptTokens: request.promptTokens,
    completionTokens: request.completionTokens,
    cacheReadTokens: request.cacheReadTokens ?? 0,
    cacheCreationTokens: request.cacheCreationTokens ?? 0,
  }
  const sent = resolveIntent(intent, world, profile)
  engine.take(sent)
  return sent
}
