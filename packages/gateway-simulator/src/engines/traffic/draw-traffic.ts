import { createRandom, drawPoisson, drawSkewed } from '../../world/random.ts'
import type { Random } from '../../world/random.ts'
import type { EngineRequest, Fate, Traffic } from '../state/engine-request.ts'

export interface DrawnTrafficOptions {
  seed: number
  startsAt: number
  requestsPerMinute: number
}

const minuteMs = 60_000

/** Requests of an engine's own, minute by minute from the seed. */
export function drawTraffic({ seed, startsAt, requestsPerMinute }: DrawnTrafficOptions): Traffic {
  let minute = Math.floor(startsAt / minuteMs)
  let drawn: EngineRequest[] = []

  function drawMinute(): void {
    const random = createRandom(seed, 'engine', minute)
    const count = drawPoisson(random, requestsPerMinute)
    const requests = Array.from({ length: count }, () => drawRequest(random, minute * minuteMs))
    drawn.push(...requests.toSorted((a, b) => a.arrivesMs - b.arrivesMs))
    minute++
  }

  return {
    until(toMs) {
      while (minute * minuteMs <= toMs) drawMinute()
      const due = drawn.filter(({ arrivesMs }) => arrivesMs <= toMs)
      drawn = drawn.filter(({ arrivesMs }) => arrivesMs > toMs)
      return due.filter(({ arrivesMs }) => arrivesMs >= startsAt)
    },
  }
}

function drawRequest(random: Random, fromMs: number): EngineRequest {
  const promptTokens = Math.max(8, Math.round(drawSkewed(random, 1200, 0.6)))
  return {
    arrivesMs: fromMs + Math.floor(random() * minuteMs),
    promptTokens,
    cachedTokens: random() < 0.5 ? Math.floor(promptTokens * 0.6) : 0,
    generationTokens: Math.max(1, Math.round(drawSkewed(random, 300, 0.6))),
    fate: drawFate(random),
    sender: 'direct',
  }
}

function drawFate(random: Random): Fate {
  const draw = random()
  if (draw < 0.03) return 'hangs up'
  if (draw < 0.05) return 'fails'
  if (draw < 0.07) return 'refused'
  if (draw < 0.08) return 'rejected'
  return draw < 0.2 ? 'length' : 'stop'
}
