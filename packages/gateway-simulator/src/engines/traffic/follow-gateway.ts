import { wasDispatched } from '../../ledger/sent-request.ts'
import type { SentRequest } from '../../ledger/sent-request.ts'
import { createRandom } from '../../world/random.ts'
import type { EngineRequest, Fate, Traffic } from '../state/engine-request.ts'
import { createDirectTraffic } from './direct-traffic.ts'

/** As much of a simulated gateway as its engines see. */
export interface Upstream {
  advance(toMs: number): void
  onRequest(listener: (request: SentRequest) => void): void
}

export interface FollowOptions {
  gateway: Upstream
  /** As in `litellm_params.model`. */
  model: string
  replicas: number
  seed: number
  /** When the engines came up; what began before is not theirs. */
  startsAt: number
  /** Of all tokens, what reaches the engines past the gateway. Default 0.1. */
  directShare?: number
  /** All of that at once, every so often; default as it comes. */
  burstEveryMs?: number
}

/** The requests of one deployment of a gateway, in turn to each replica, and somebody's who goes past it. */
export function followGateway(options: FollowOptions): Traffic[] {
  const { gateway, model, seed, startsAt, directShare = 0.1 } = options
  const queues = Array.from({ length: options.replicas }, (): EngineRequest[] => [])
  let turn = 0
  const send = (request: EngineRequest) => queues[turn++ % queues.length]?.push(request)
  const direct = createDirectTraffic({ ...options, share: directShare, send })
  gateway.onRequest((request) => {
    if (request.deployment?.model !== model || !wasDispatched(request)) return
    if (request.startMs < startsAt) return
    direct.releaseUntil(request.startMs)
    send(asEngineRequest(request, seed))
    direct.follow(request)
  })
  return queues.map((queue) => ({
    until(toMs) {
      gateway.advance(toMs)
      direct.releaseUntil(toMs)
      const due = queue.filter(({ arrivesMs }) => arrivesMs <= toMs)
      queue.splice(0, Infinity, ...queue.filter(({ arrivesMs }) => arrivesMs > toMs))
      return due.toSorted((a, b) => a.arrivesMs - b.arrivesMs)
    },
  }))
}

/** The engine sees the same tokens as the gateway books; what the gateway calls rate limited was not admitted. */
function asEngineRequest(request: SentRequest, seed: number): EngineRequest {
  return {
    arrivesMs: request.startMs,
    promptTokens: request.promptTokens,
    cachedTokens: request.cacheReadTokens,
    generationTokens: request.completionTokens,
    fate: fateOf(request, seed),
    sender: request.teamId,
  }
}

function fateOf({ outcome, id }: SentRequest, seed: number): Fate {
  if (outcome === 'rate limited') return 'rejected'
  if (outcome === 'provider failed') return 'fails'
  return createRandom(seed, 'fate', id)() < 0.08 ? 'length' : 'stop'
}
