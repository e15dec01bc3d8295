import { Hono } from 'hono'
import { createFaults } from '../faults/create-faults.ts'
import type { Faults } from '../faults/create-faults.ts'
import type { GatewayEnvironment } from '../http/app.ts'
import { listen } from '../listen.ts'
import type { Listening, ListenOptions } from '../listen.ts'
import { expositionFaults } from './exposition-faults.ts'
import type { ExpositionFaultName } from './exposition-faults.ts'
import { writeVllmExposition } from './vllm-exposition.ts'

export interface EngineSimulatorOptions {
  /** Default `Qwen/Qwen3-32B`, which the simulated gateway serves as `qwen3-32b`. */
  model?: string
  seed: number
  /** When the engine came up, in milliseconds. */
  startsAt: number
  now: () => number
}

export interface EngineSimulator {
  app: Hono<GatewayEnvironment>
  faults: Faults<ExpositionFaultName>
  listen(options?: ListenOptions): Promise<Listening>
}

const classicFormat = 'text/plain; version=0.0.4; charset=utf-8'

/** A vLLM engine as its `/metrics` shows it. */
export function createEngineSimulator(options: EngineSimulatorOptions): EngineSimulator {
  const { model = 'Qwen/Qwen3-32B', seed, startsAt, now } = options
  const faults = createFaults(seed, expositionFaults)
  const app = new Hono<GatewayEnvironment>()
  app.get('/metrics', (c) => {
    const text = writeVllmExposition({
      model,
      nowSeconds: now() / 1000,
      startedSeconds: startsAt / 1000,
    })
    const fault = faults.find(c.req.path)
    return new Response(fault === null ? text : fault.bend(text), {
      headers: { 'content-type': fault?.contentType ?? classicFormat },
    })
  })
  return { app, faults, listen: (listenOptions) => listen(app, listenOptions) }
}
