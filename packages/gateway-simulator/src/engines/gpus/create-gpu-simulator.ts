import type { Hono } from 'hono'
import { serveWithFaults } from '../faults/serve-with-faults.ts'
import { engineFaults } from '../faults/engine-faults.ts'
import type { EngineFaultName } from '../faults/engine-faults.ts'
import { createFaults } from '../../faults/create-faults.ts'
import type { Faults } from '../../faults/create-faults.ts'
import type { GatewayEnvironment } from '../../http/gateway-environment.ts'
import { listen } from '../../listen.ts'
import type { Listening, ListenOptions } from '../../listen.ts'
import { createUuid } from '../../world/identifiers.ts'
import { classicText } from '../kinds/kind.ts'
import type { Names } from '../kinds/kind.ts'
import { writeDcgm } from './dcgm.ts'
import { createGpu } from './gpu.ts'
import type { Gpu, GpuMoment, GpuSpec } from './gpu.ts'
import { writeNvidiaSmiScript } from './nvidia-smi-script.ts'
import type { NvidiaSmiKind } from './nvidia-smi-script.ts'

export interface GpuSimulatorOptions {
  count: number
  seed: number
  /** When they were switched on, in milliseconds. */
  startsAt: number
  now: () => number
  hostname?: string
  names?: Names
  /** How often the exporter looks; 1,000 by default. */
  sampleMs?: number
  /** What differs from an H100, by index. */
  specs?: readonly Partial<GpuSpec>[]
  /** Kubernetes' pod on a GPU, by index. */
  pods?: readonly string[]
}

export interface GpuSimulator {
  gpus: readonly Gpu[]
  /** dcgm-exporter's `/metrics`. */
  app: Hono<GatewayEnvironment>
  faults: Faults<EngineFaultName>
  listen(options?: ListenOptions): Promise<Listening>
  /** What the sensors say now. */
  truth(): GpuMoment[]
  /** Takes a GPU off the bus. */
  vanish(index: number): void
  /** An `nvidia-smi` for the PATH, as of now. */
  nvidiaSmi(kind?: NvidiaSmiKind): string
}

const h100 = {
  name: 'NVIDIA H100 80GB HBM3',
  memoryTotalMib: 81_559,
  memoryHeldMib: 71_240,
  idleWatts: 71,
  limitWatts: 700,
}

export function createGpuSimulator(options: GpuSimulatorOptions): GpuSimulator {
  const { seed, now, startsAt, hostname = 'gpu-node-1', names = 'new', pods = [] } = options
  const gpus = Array.from({ length: options.count }, (_, index) =>
    createGpu(
      { ...h100, uuid: `GPU-${createUuid(seed, 'gpu', index)}`, index, ...options.specs?.[index] },
      startsAt,
      options.sampleMs ?? 1000,
    ),
  )
  const gone = new Set<number>()
  const there = () => gpus.filter(({ spec }) => !gone.has(spec.index))
  const faults = createFaults(seed, engineFaults)
  const podOf = new Map(pods.flatMap((pod, at) => pairOf(gpus[at], pod)))
  const app = serveWithFaults({ faults, now, off: undefined }, (path) => {
    if (path !== '/metrics') return new Response('404 page not found', { status: 404 })
    const moments = there().map((gpu) => gpu.sampledAt(now()))
    return new Response(writeDcgm(moments, { hostname, names, pods: podOf }), {
      headers: { 'content-type': classicText },
    })
  })
  return {
    gpus,
    app,
    faults,
    listen: (listenOptions) => listen(app, listenOptions),
    truth: () => there().map((gpu) => gpu.at(now())),
    vanish: (index) => void gone.add(index),
    nvidiaSmi: (kind = 'works') =>
      writeNvidiaSmiScript(
        kind,
        there().map((gpu) => gpu.at(now())),
      ),
  }
}

function pairOf(gpu: Gpu | undefined, pod: string): [uuid: string, pod: string][] {
  return gpu === undefined ? [] : [[gpu.spec.uuid, pod]]
}
