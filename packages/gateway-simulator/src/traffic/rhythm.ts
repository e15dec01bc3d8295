import { createRandom } from '../world/random.ts'
import type { Player } from '../world/world.ts'

const dayMinutes = 1440

/** The share of the working pace at this minute: a soft hill around the peak, never quite flat. */
export function workingShare(minute: number, peakHour: number, nightShare: number): number {
  const hour = (minute % dayMinutes) / 60
  const away = Math.abs(((hour - peakHour + 36) % 24) - 12)
  const hill = 1 / (1 + Math.exp((away - 6) * 1.4))
  return nightShare + (1 - nightShare) * hill
}

export interface Quiet {
  from: number
  to: number
}

const [quietShare, arrivalMs] = [0.03, 20 * 60_000]

/** The share of everybody's pace when nearly all are away: some agents run on, and at its end people come one by one. */
export function presentShare(atMs: number, quiet: Quiet | null): number {
  if (quiet === null || atMs < quiet.from || atMs >= quiet.to) return 1
  const arrived = Math.max(0, (atMs - quiet.to) / arrivalMs + 1)
  return quietShare + (1 - quietShare) * arrived
}

/** Mean requests of one sender in this minute of the epoch. */
export function requestsPerMinute(seed: number, player: Player, minute: number, peakHour: number) {
  const { pace, swing, swingMinutes, burstEveryMinutes, burstFactor, nightShare } =
    player.temperament
  const phase = createRandom(seed, player.id, 'phase')() * 2 * Math.PI
  const wave = 1 + swing * Math.sin((2 * Math.PI * minute) / swingMinutes + phase)
  const form = 0.55 + 0.9 * createRandom(seed, player.id, 'form', Math.floor(minute / 90))()
  const burst = isBursting(seed, player, minute, burstEveryMinutes) ? burstFactor : 1
  const work = workingShare(minute, peakHour + player.dayShift, nightShare)
  return pace * player.size * wave * form * work * burst
}

/** Within each stretch of `every` minutes one burst of two to five minutes begins at a drawn minute. */
function isBursting(seed: number, player: Player, minute: number, every: number): boolean {
  const stretch = Math.floor(minute / every)
  const random = createRandom(seed, player.id, 'burst', stretch)
  const begins = Math.floor(random() * (every - 5))
  const lasts = 2 + Math.floor(random() * 4)
  const within = minute - stretch * every
  return within >= begins && within < begins + lasts
}
