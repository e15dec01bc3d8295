import { deploymentsOf } from '../world/deployments.ts'
import type { Deployment } from '../world/deployments.ts'
import { createRandom, drawPoisson, drawSkewed, drawWeighted } from '../world/random.ts'
import type { Random } from '../world/random.ts'
import type { Temperament } from '../world/temperament.ts'
import type { Player } from '../world/world.ts'
import type { Intent } from './intent.ts'
import { moodOf } from './mood.ts'
import { requestsPerMinute } from './rhythm.ts'

export interface MinuteOptions {
  seed: number
  /** The minute of the traffic model, since the epoch. */
  minute: number
  /** When it passes on the clock, and how long. */
  fromMs: number
  lengthMs: number
  peakHour: number
  /** Multiplies everybody's pace. */
  load: number
  /** Whether teams try something else now and then. */
  isMoody: boolean
}

/** Everything one sender starts within one minute: a pure function of the seed, so nobody's polling changes it. */
export function drawMinute(usual: Player, options: MinuteOptions): Intent[] {
  const { seed, minute, fromMs, lengthMs, peakHour, load, isMoody } = options
  const player = isMoody ? { ...usual, temperament: moodOf(seed, usual, minute) } : usual
  const tokens = player.keys
    .filter(({ untilMs }) => untilMs > fromMs)
    .map(({ token, weight }) => [token, weight] as const)
  if (tokens.length === 0) return []
  const random = createRandom(seed, player.id, 'minute', minute)
  const count = drawPoisson(random, load * requestsPerMinute(seed, player, minute, peakHour))
  const sender = { temperament: player.temperament, tokens }
  return Array.from({ length: count }, (_, at) =>
    drawIntent(
      random,
      sender,
      Math.floor(fromMs + random() * lengthMs),
      `${player.id}:${minute}:${at}`,
    ),
  )
}

interface Sender {
  temperament: Temperament
  tokens: readonly (readonly [string, number])[]
}

function drawIntent(random: Random, sender: Sender, startMs: number, id: string): Intent {
  const { temperament } = sender
  const token = drawWeighted(random, sender.tokens) ?? ''
  const group = drawWeighted(random, temperament.models) ?? ''
  const candidates = deploymentsOf(group)
  const deployment = Math.floor(random() * candidates.length)
  const fate = drawFate(random, temperament)
  const usage = drawTokens(random, temperament, candidates[deployment], fate === 'answered')
  const times = drawTimes(random, startMs, candidates[deployment], fate, usage.completionTokens)
  return {
    id,
    token,
    group: fate === 'unknown model' ? 'gpt-6-turbo-preview' : group,
    deployment,
    startMs,
    endMs: times.endMs,
    firstTokenMs: times.firstTokenMs,
    fate,
    promptTokens: usage.promptTokens,
    completionTokens: usage.completionTokens,
    cacheReadTokens: usage.cacheReadTokens,
    cacheCreationTokens: usage.cacheCreationTokens,
  }
}

function drawFate(random: Random, { failures }: Temperament): Intent['fate'] {
  const draw = random()
  if (draw < failures * 0.6) return 'provider failed'
  if (draw < failures * 0.9) return 'rate limited'
  if (draw < failures) return 'unknown model'
  return 'answered'
}

function drawTokens(
  random: Random,
  temperament: Temperament,
  deployment: Deployment | undefined,
  isAnswered: boolean,
) {
  const promptTokens = Math.max(8, Math.round(drawSkewed(random, temperament.promptTokens, 0.7)))
  const completion = Math.max(1, Math.round(drawSkewed(random, temperament.completionTokens, 0.8)))
  const isCached = random() < temperament.cachedRequests
  const share = temperament.cachedTokens * (0.7 + 0.3 * random())
  const isFirstUse = random() < 0.15
  const isChat = deployment?.mode === 'chat'
  const cachedTokens = isCached && isChat ? Math.floor(promptTokens * share) : 0
  const writesCache = deployment?.cacheCreation !== undefined && isFirstUse
  return {
    promptTokens,
    completionTokens: isAnswered && isChat ? completion : 0,
    cacheReadTokens: isAnswered && !writesCache ? cachedTokens : 0,
    cacheCreationTokens: isAnswered && writesCache ? cachedTokens : 0,
  }
}

/** One request in four hundred is a long agent run: its row arrives minutes after its start. */
function drawTimes(
  random: Random,
  startMs: number,
  deployment: Deployment | undefined,
  fate: Intent['fate'],
  completionTokens: number,
) {
  if (fate !== 'answered' || deployment === undefined) {
    const endMs = startMs + Math.round(drawSkewed(random, 180, 0.8))
    return { firstTokenMs: endMs, endMs }
  }
  const first = Math.round(drawSkewed(random, deployment.firstTokenMs, 0.4))
  const stretch = random() < 0.0025 ? 20 : 1
  const rest = Math.round((completionTokens / deployment.tokensPerSecond) * 1000 * stretch)
  return { firstTokenMs: startMs + first, endMs: startMs + first + Math.min(rest, 600_000) }
}
