import type { TrafficEngine } from './traffic-engine/traffic-engine.ts'
import type { Profile } from './gateway/profile.ts'
import { bookRequest, dateOf } from './ledger/book-request.ts'
import type { Booking } from './ledger/book-request.ts'
import { addCounters, noCounters } from './ledger/counters.ts'
import type { Counters } from './ledger/counters.ts'
import type { DailyRow } from './ledger/row-store.ts'
import type { SentRequest } from './ledger/sent-request.ts'

/** Exact sums of one day × team × model group × key. */
export interface TruthSum extends Counters {
  date: string
  /** Empty for traffic without a team. */
  teamId: string
  modelGroup: string
  /** The key's hash as the rows hold it. */
  apiKey: string
}

/** What no client can see: what was sent, what the gateway stored, and what still waits to be stored. */
export interface Truth {
  /** Rows that a reader sees now. */
  rows(): DailyRow[]
  /** Sums over the rows that a reader sees now. */
  readable(): TruthSum[]
  /** Sums over what has happened but is not flushed yet. */
  waiting(): TruthSum[]
  /** Sums over what this release dropped because a flush had too many rows. */
  lost(): TruthSum[]
  /** Sums over the remembered requests as they were sent: by their start, true team and true group. */
  sent(): TruthSum[]
  /** Remembered requests, oldest end first, with the instant in which they became readable. */
  requests(): { request: SentRequest; booking: Booking; flushedAtMs: number | null }[]
}

export function createTruth(engine: TrafficEngine, profile: Profile): Truth {
  return {
    rows: () => engine.rows.all(),
    readable: () => sumBookings(engine.rows.all()),
    waiting: () => sumBookings(engine.waiting()),
    lost: () => sumBookings(engine.lost),
    sent: () => sumBookings(engine.finished().map(({ request }) => asSent(request))),
    requests: () =>
      engine.finished().map(({ request, flushedAtMs }) => ({
        request,
        booking: bookRequest(request, profile),
        flushedAtMs,
      })),
  }
}

type Summand = Pick<Booking, 'date' | 'teamId' | 'modelGroup' | 'apiKey' | 'counters'>

function sumBookings(bookings: readonly Summand[]): TruthSum[] {
  const sums = new Map<string, TruthSum>()
  for (const { date, teamId, modelGroup, apiKey, counters } of bookings) {
    const key = [date, teamId, modelGroup, apiKey].join('\u001f')
    const sum = sums.get(key) ?? { date, teamId, modelGroup, apiKey, ...noCounters() }
    addCounters(sum, counters)
    sums.set(key, sum)
  }
  return [...sums.values()]
}

function asSent(request: SentRequest): Summand {
  const isSuccess = request.outcome === 'success'
  return {
    date: dateOf(request.startMs),
    teamId: request.teamId,
    modelGroup: request.group,
    apiKey: request.token,
    counters: {
      ...noCounters(),
      spend: request.spend,
      promptTokens: isSuccess ? request.promptTokens : 0,
      completionTokens: request.completionTokens,
      cacheReadTokens: request.cacheReadTokens,
      cacheCreationTokens: request.cacheCreationTokens,
      successes: isSuccess ? 1 : 0,
      failures: isSuccess ? 0 : 1,
      responseMs: isSuccess ? request.endMs - request.startMs : 0,
      timedRequests: isSuccess ? 1 : 0,
    },
  }
}
