import type { Profile } from '../gateway/profile.ts'
import type { SentRequest } from '../ledger/sent-request.ts'
import { drawMinute } from '../traffic/draw-minute.ts'
import type { Intent } from '../traffic/intent.ts'
import { presentShare, type Quiet } from '../traffic/rhythm.ts'
import type { World } from '../world/world.ts'
import { applyHappening } from './happenings.ts'
import type { ScheduledHappening } from './happenings.ts'
import { resolveIntent } from './resolve-intent.ts'

export interface RequestStreamOptions {
  world: World
  profile: Profile
  seed: number
  startsAt: number
  peakHour: number
  load: number
  isMoody: boolean
  /** Of the traffic model, where it begins. */
  firstMinute: number
  /** When nearly everybody is away. */
  quiet: Quiet | null
  /** Minutes of the traffic model in one minute of the clock. */
  speed: number
  schedule: readonly ScheduledHappening[]
  /** Told of each request when it begins. */
  onRequest: (request: SentRequest) => void
}

const minuteMs = 60_000

/** The traffic in the order of its starts, with what happens to teams and keys in between. */
export function createRequestStream(options: RequestStreamOptions): {
  beginUntil(toMs: number): SentRequest[]
} {
  const { world, profile, startsAt, firstMinute, quiet } = options
  const schedule = options.schedule.toSorted((a, b) => a.atMs - b.atMs)
  let drawn: Intent[] = []
  const beginMs = Math.floor(startsAt / minuteMs) * minuteMs
  const lengthMs = minuteMs / options.speed
  let minutes = 0
  const nextMs = () => beginMs + minutes * lengthMs

  function draw(toMs: number): void {
    if (nextMs() > toMs) return
    for (; nextMs() <= toMs; minutes++) {
      const fromMs = nextMs()
      const load = options.load * presentShare(fromMs, quiet)
      const minute = { ...options, minute: firstMinute + minutes, fromMs, lengthMs, load }
      for (const player of world.players) drawn.push(...drawMinute(player, minute))
    }
    drawn = drawn.filter((intent) => intent.startMs >= startsAt).sort(byStart)
  }

  function applySchedule(toMs: number): void {
    while (schedule[0] !== undefined && schedule[0].atMs <= toMs) {
      const due = schedule.shift()
      if (due !== undefined) applyHappening(world, due.happening, due.atMs)
    }
  }

  return {
    beginUntil(toMs) {
      draw(toMs)
      const later = drawn.findIndex((intent) => intent.startMs > toMs)
      const due = drawn.splice(0, later === -1 ? drawn.length : later)
      const begun = due.map((intent) => {
        applySchedule(intent.startMs)
        const request = resolveIntent(intent, world, profile)
        options.onRequest(request)
        return request
      })
      applySchedule(toMs)
      return begun
    },
  }
}

function byStart(a: Intent, b: Intent): number {
  return a.startMs - b.startMs || (a.id < b.id ? -1 : 1)
}
