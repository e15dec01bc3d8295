import { createRandom } from '../../world/random.ts'
import type { EngineRequest } from '../state/engine-request.ts'

interface Options {
  seed: number
  startsAt: number
  /** Of all tokens. */
  share: number
  burstEveryMs?: number
  send: (request: EngineRequest) => void
}

/** Somebody with a notebook in the room: short questions, long answers. */
const [promptTokens, generationTokens, spread] = [400, 1200, 0.4]
/** How close together the requests of a burst are. */
const [leastGapMs, gapMs] = [150, 700]

/** What reaches an engine past the gateway: as many tokens as its share of what follows the gateway. */
export function createDirectTraffic({ seed, startsAt, share, burstEveryMs, send }: Options) {
  const random = createRandom(seed, 'direct')
  let owed = 0
  let next = draw()
  let burstMs = startsAt + (burstEveryMs ?? Infinity) / 2

  function draw(): Omit<EngineRequest, 'arrivesMs'> {
    const about = (tokens: number) => Math.round(tokens * (1 + spread * (2 * random() - 1)))
    return {
      promptTokens: about(promptTokens),
      cachedTokens: 0,
      generationTokens: about(generationTokens),
      fate: random() < 0.05 ? 'hangs up' : 'stop',
      sender: 'direct',
    }
  }

  function release(fromMs: number): void {
    let arrivesMs = fromMs
    for (let size = sizeOf(next); owed >= size; size = sizeOf(next)) {
      owed -= size
      arrivesMs += Math.round(leastGapMs + gapMs * random())
      send({ ...next, arrivesMs })
      next = draw()
    }
  }

  return {
    /** Sends the bursts that are due. */
    releaseUntil(toMs: number): void {
      while (burstMs <= toMs) {
        release(burstMs)
        burstMs += burstEveryMs ?? Infinity
      }
    },
    follow(request: { startMs: number; promptTokens: number; completionTokens: number }): void {
      owed += ((request.promptTokens + request.completionTokens) * share) / (1 - share)
      if (burstEveryMs === undefined) release(request.startMs)
    },
  }
}

function sizeOf(request: { promptTokens: number; generationTokens: number }): number {
  return request.promptTokens + request.generationTokens
}
