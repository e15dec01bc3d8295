import type { Hono } from 'hono'
import { addOddPlayers, planHappenings } from './traffic-engine/default-schedule.ts'
import { createTrafficEngine } from './traffic-engine/traffic-engine.ts'
import { applyHappening } from './traffic-engine/happenings.ts'
import type { Happening } from './traffic-engine/happenings.ts'
import { sendRequest } from './traffic-engine/send-request.ts'
import type { RequestToSend } from './traffic-engine/send-request.ts'
import { faultCatalogue } from './faults/catalogue.ts'
import type { FaultName } from './faults/catalogue.ts'
import { createFaults } from './faults/create-faults.ts'
import type { Faults } from './faults/create-faults.ts'
import { createProfile } from './gateway/profile.ts'
import type { Profile, ProfileName } from './gateway/profile.ts'
import { createApp } from './http/app.ts'
import type { GatewayEnvironment } from './http/gateway-environment.ts'
import type { Booking } from './ledger/book-request.ts'
import type { SentRequest } from './ledger/sent-request.ts'
import { listen } from './listen.ts'
import type { Listening, ListenOptions } from './listen.ts'
import { createTruth } from './truth.ts'
import type { Truth } from './truth.ts'
import { addCallers } from './world/callers.ts'
import type { CallerKeys } from './world/callers.ts'
import { createSecret } from './world/identifiers.ts'
import { createWorld } from './world/world.ts'

export interface GatewaySimulatorOptions {
  /** The release that answers. */
  profile: ProfileName
  /** The same seed and clock always give the same rows. */
  seed: number
  teams: number
  /** Milliseconds since the epoch: traffic begins here. */
  startsAt: number
  /** The virtual clock, in milliseconds. */
  now: () => number
  /** The gateway's `proxy_batch_write_at`; each release adds its own jitter. Default 10. */
  flushSeconds?: number
  masterKey?: string
  /** UTC hour around which the teams work hardest. Default 14. */
  peakHour?: number
  /** Which minute of the traffic model `startsAt` is: the same one brings the same traffic at any time. Default that of the clock. */
  firstMinute?: number
  /** Between these instants only a little goes on. Default: never. */
  quiet?: { from: number; to: number }
  /** Teams try another model, an idea that fails or longer answers for a while, so places change. Default false. */
  moods?: boolean
  /** Multiplies everybody's traffic; 0 leaves only what tests send. Default 1. */
  load?: number
  /** Minutes of traffic, bursts, renamings and all, that pass in one minute of the clock. Default 1. */
  speed?: number
  /** False: only teams and their keys, and nothing is renamed, moved or deleted. Default true. */
  oddities?: boolean
  /** How long single requests are remembered for logs and truth. Default 72. */
  keepRequestsHours?: number
}

export interface GatewaySimulator {
  profile: Profile
  /** The API; every request first advances the world to `now()`. */
  app: Hono<GatewayEnvironment>
  /** Runs the traffic and the flushes up to an instant. */
  advance(toMs: number): void
  truth: Truth
  /** A secret for every kind of caller. */
  keys: CallerKeys
  /** Tells of each request of whoever, in the order in which they begin. */
  onRequest(listener: (request: SentRequest) => void): void
  /** Sends a request now. */
  send(request: RequestToSend): SentRequest
  /** Stores rows without requests: for a long or a large past. */
  store(bookings: readonly Booking[]): void
  /** Faults, which can be switched on and off at any time. */
  faults: Faults<FaultName>
  /** Renames, moves or deletes something now. */
  happen(happening: Happening): void
  listen(options?: ListenOptions): Promise<Listening>
}

export function createGatewaySimulator(options: GatewaySimulatorOptions): GatewaySimulator {
  const { seed, startsAt, now, speed = 1 } = options
  const profile = createProfile(options.profile)
  const world = createWorld({
    seed,
    teams: options.teams,
    startsAt,
    masterKey: options.masterKey ?? createSecret(seed, 'master'),
  })
  const schedule = options.oddities === false ? [] : planHappenings(world, seed, speed)
  if (options.oddities !== false) addOddPlayers(world, seed)
  const keys = addCallers(world, seed)
  const flushSeconds = options.flushSeconds ?? 10
  const listeners: ((request: SentRequest) => void)[] = []
  const engine = createTrafficEngine({
    world,
    profile,
    seed,
    startsAt,
    flushSeconds,
    schedule,
    speed,
    peakHour: options.peakHour ?? 14,
    load: options.load ?? 1,
    isMoody: options.moods ?? false,
    firstMinute: options.firstMinute ?? Math.floor(startsAt / 60_000),
    quiet: options.quiet ?? null,
    onRequest: (request) => {
      for (const listen of listeners) listen(request)
    },
    keepRequestsMs: (options.keepRequestsHours ?? 72) * 3_600_000,
  })
  const faults = createFaults(seed, faultCatalogue)
  const gateway = { world, profile, engine, seed, flushSeconds }
  const app = createApp({ gateway, now, findFault: (path) => faults.find(path) })
  return {
    profile,
    app,
    keys,
    faults,
    truth: createTruth(engine, profile),
    advance: (toMs) => engine.advance(toMs),
    onRequest: (listener) => void listeners.push(listener),
    send(request) {
      engine.advance(now())
      return sendRequest(request, gateway)
    },
    store(bookings) {
      for (const booking of bookings) engine.rows.upsert(booking)
    },
    happen(happening) {
      engine.advance(now())
      applyHappening(world, happening, engine.clock())
    },
    listen: (listenOptions) => listen(app, listenOptions),
  }
}
