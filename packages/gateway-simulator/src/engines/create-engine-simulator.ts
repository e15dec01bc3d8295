import type { Hono } from 'hono'
import { createFaults } from '../faults/create-faults.ts'
import type { Faults } from '../faults/create-faults.ts'
import type { GatewayEnvironment } from '../http/gateway-environment.ts'
import { listen } from '../listen.ts'
import type { Listening, ListenOptions } from '../listen.ts'
import { engineFaults } from './faults/engine-faults.ts'
import type { EngineFaultName } from './faults/engine-faults.ts'
import { serveWithFaults } from './faults/serve-with-faults.ts'
import type { Gpu } from './gpus/gpu.ts'
import type { EngineView, Names } from './kinds/kind.ts'
import { simulatedKinds } from './kinds/table.ts'
import type { SimulatedKindName } from './kinds/table.ts'
import { createEngineModel } from './state/engine-model.ts'
import type { EngineMoment } from './state/engine-model.ts'
import type { EngineSize } from './state/engine-size.ts'
import type { Traffic } from './state/engine-request.ts'
import type { Totals } from './state/totals.ts'
import { drawTraffic } from './traffic/draw-traffic.ts'

export interface EngineSimulatorOptions extends Partial<EngineSize> {
  /** Default `vllm`. */
  kind?: SimulatedKindName
  /** Default `qwen3-32b`. */
  model?: string
  /** The families of today, or of an older release. */
  names?: Names
  seed: number
  /** When the engine came up, in milliseconds. */
  startsAt: number
  now: () => number
  /** Default: drawn from the seed, twelve requests a minute. */
  traffic?: Traffic
  /** The GPUs it runs on, all of them for each request. */
  gpus?: readonly Gpu[]
  /** What it wants as bearer; default nothing. */
  apiKey?: string
}

/** What only the simulator knows. */
export interface EngineTruth {
  /** Null while it is down. */
  moment: Omit<EngineMoment, 'totals'> | null
  /** Over every restart. */
  counted: Totals
}

export interface EngineSimulator {
  app: Hono<GatewayEnvironment>
  faults: Faults<EngineFaultName>
  listen(options?: ListenOptions): Promise<Listening>
  truth(): EngineTruth
  /** Ends its process; the next one counts from 0 and is there after a while. */
  restart(downMs?: number): void
}

const size: EngineSize = {
  maxRunning: 8,
  kvCapacityTokens: 40_960,
  contextTokens: 32_768,
  prefillTokensPerSecond: 9000,
  tokensPerSecond: 55,
}

/** An engine of local models, as its metrics show it. */
export function createEngineSimulator(options: EngineSimulatorOptions): EngineSimulator {
  const { model = 'qwen3-32b', names = 'new', seed, startsAt, now, gpus = [], apiKey } = options
  const kind = simulatedKinds[options.kind ?? 'vllm']
  const traffic = options.traffic ?? drawTraffic({ seed, startsAt, requestsPerMinute: 12 })
  const advance = (toMs: number) => engine.advance(toMs)
  const draws = gpus.map((gpu) => gpu.addEngine(advance))
  const own = { ...size, ...options }
  const engine = createEngineModel({ ...own, traffic, bounds: kind.bounds, draws })
  const faults = createFaults(seed, engineFaults)

  function view(moment: EngineMoment): EngineView {
    const seen = gpus.map((gpu) => gpu.at(now()))
    return { ...own, ...moment, model, names, version: kind.versions[names], gpus: seen }
  }

  function answer(path: string, moment: EngineMoment): Response {
    if (path === kind.path) {
      const headers = { 'content-type': kind.contentType }
      return new Response(kind.write(view(moment)), { headers })
    }
    const found = kind.answers[path]?.(view(moment))
    if (found === undefined) return Response.json({ detail: 'Not Found' }, { status: 404 })
    return typeof found === 'string' ? new Response(found) : Response.json(found)
  }

  const app = serveWithFaults({ faults, now, off: kind.off }, (path, { headers }) => {
    engine.advance(now())
    const moment = engine.moment()
    // A load balancer in front of it says so while there is no process.
    if (moment === null) return new Response('no healthy upstream', { status: 503 })
    if (apiKey !== undefined && headers.get('authorization') !== `Bearer ${apiKey}`) {
      return Response.json({ error: 'Unauthorized' }, { status: 401 })
    }
    return answer(path, moment)
  })
  return {
    app,
    faults,
    listen: (listenOptions) => listen(app, listenOptions),
    truth() {
      engine.advance(now())
      return { moment: engine.moment(), counted: engine.everCounted() }
    },
    restart(downMs = 0) {
      engine.advance(now())
      engine.restart(downMs)
    },
  }
}
