import type { GpuMoment } from '../gpus/gpu.ts'
import type { EngineMoment } from '../state/engine-model.ts'
import type { EngineSize } from '../state/engine-size.ts'
import type { LatencyBounds } from '../state/totals.ts'

export type Names = 'new' | 'old'

/** What an engine knows of itself when it is asked. */
export interface EngineView extends EngineMoment, EngineSize {
  model: string
  version: string
  names: Names
  gpus: readonly GpuMoment[]
}

/** One kind of engine: how it writes down what the shared model of an engine says. */
export interface SimulatedKind {
  /** Where its metrics are. */
  path: string
  versions: Record<Names, string>
  bounds: LatencyBounds
  contentType: string
  write(view: EngineView): string
  /** What it answers beside its metrics, by path. */
  answers: Readonly<Record<string, (view: EngineView) => unknown>>
  /** What `/metrics` answers where metrics are off by default and nobody switched them on. */
  off?: { status: number; body: unknown }
}

export const classicText = 'text/plain; version=0.0.4; charset=utf-8'

/** A list of models as every engine with an OpenAI interface gives it. */
export function listModel(view: EngineView, ownedBy: string, more: object = {}) {
  const created = Math.floor(view.startedAtMs / 1000)
  return {
    object: 'list',
    data: [{ id: view.model, object: 'model', created, owned_by: ownedBy, ...more }],
  }
}
