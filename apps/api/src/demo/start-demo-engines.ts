import {
  createEngineSimulator,
  createGpuSimulator,
  followGateway,
  type EngineSimulator,
  type FollowOptions,
  type GpuSimulator,
} from '@podium/gateway-simulator'
import { carbonIntensity } from '@podium/inference-metrics'
import type { InferenceConfig } from '../config/inference.ts'
import { minuteMs } from '../domain/utc-day.ts'
import type { DemoClock } from './demo-clock.ts'
import { demoModels } from './demo-models.ts'

type Room = { gateway: FollowOptions['gateway']; seed: number; startsAt: number; now: () => number }

type Options = Pick<Room, 'gateway' | 'seed'> & {
  clock: DemoClock
  present: number
  /** All that is configured but engines and GPUs. */
  configured: InferenceConfig
}

export type DemoEngines = {
  inference: InferenceConfig
  /** So that charts have something to show. */
  past: { spanMs: number; everyMs: number; pretend: DemoClock['pretend'] }
  /** What the simulators know, for tests. */
  engines: readonly EngineSimulator[]
  hardware: GpuSimulator
  close: () => Promise<void>
}

/** They are up before we come, so that the room goes past the gateway two minutes after. */
const [upMs, burstEveryMs] = [23 * minuteMs, 10 * minuteMs]
/** Far enough apart to be quick, and near enough to be no gaps. */
const [pastMs, lookMs] = [20 * minuteMs, 15_000]
const exporterId = 'dcgm'

/** Engines of local models that serve the demo's gateway, each on a GPU of its own. */
export async function startDemoEngines({
  clock,
  configured,
  present,
  ...options
}: Options): Promise<DemoEngines> {
  const room = { ...options, startsAt: present - upMs, now: clock.now }
  const names = demoModels.flatMap(({ engines }) => engines)
  const hardware = createGpuSimulator({ ...room, count: names.length })
  const engines = createEngines(room, hardware)
  const servers = await Promise.all(engines.map((engine) => engine.listen()))
  const exporter = await hardware.listen()
  return {
    engines,
    hardware,
    past: { spanMs: pastMs, everyMs: lookMs, pretend: clock.pretend },
    inference: {
      ...configured,
      engines: servers.map(({ url }, at) => ({
        id: names[at] ?? '',
        kind: null,
        url: `${url}/metrics`,
      })),
      gpus: [{ id: exporterId, url: `${exporter.url}/metrics` }],
      gpuLinks: names.map((engine, index) => ({ engine, gpus: [{ source: exporterId, index }] })),
      energy: energyOf(configured),
    },
    close: async () => {
      await Promise.all([exporter, ...servers].map((server) => server.close()))
    },
  }
}

/** Replicas share the requests of their model. */
function createEngines(room: Room, { gpus }: GpuSimulator): EngineSimulator[] {
  const free = [...gpus]
  return demoModels.flatMap(({ upstream, engines, isBursting, ...model }) => {
    const burst = isBursting ? { burstEveryMs } : {}
    const follow = { ...room, model: upstream, replicas: engines.length, ...burst }
    return followGateway(follow).map((traffic) =>
      createEngineSimulator({ ...room, ...model, traffic, gpus: free.splice(0, 1) }),
    )
  })
}

/** What electricity is in Germany, where nothing else is configured. */
function energyOf({ energy }: InferenceConfig): InferenceConfig['energy'] {
  const germany = carbonIntensity('DEU')
  const hasGrams = energy.gramsCo2PerKwh !== null
  return {
    usdPerKwh: energy.usdPerKwh ?? 0.3,
    gramsCo2PerKwh: hasGrams ? energy.gramsCo2PerKwh : (germany?.grams ?? null),
    gramsSource: hasGrams ? energy.gramsSource : (germany?.source ?? null),
    pue: energy.pue ?? 1.2,
  }
}
