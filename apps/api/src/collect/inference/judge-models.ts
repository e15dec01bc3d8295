import {
  isStale,
  judge,
  modelTick,
  type Goals,
  type ModelTick,
  type Standing,
} from '@podium/inference-metrics'
import { rowsOf, type Row } from '../../domain/inference/fresh.ts'
import type { KnownEngine } from '../../domain/inference/known.ts'
import { keepHour } from './ring.ts'

type Judged = { history: readonly ModelTick[]; standing: Standing | null }

type Judging = {
  at: number
  engines: readonly KnownEngine[]
  /** Whose answers the tick brought. */
  isNew: (engine: string) => boolean
  intervalMs: number
  goals: Goals
}

/** Follows the verdict of every model from tick to tick. */
export function createJudge() {
  let judged = new Map<string, Judged>()

  function tickOf(rows: readonly Row[], { at, isNew, intervalMs }: Judging): ModelTick {
    return modelTick(
      at,
      rows.map(({ engine, model }) => {
        const sample = model?.samples.at(-1) ?? null
        const isUsable = sample !== null && !isStale(sample.at, at, intervalMs)
        return {
          sample: isUsable ? sample : null,
          isNew: isNew(engine.id),
          reason: engine.reason,
        }
      }),
    )
  }

  return {
    /** The names of models whose verdict is another one now. */
    tick: (judging: Judging): string[] => {
      const before = judged
      const byName = Map.groupBy(rowsOf(judging.engines), ({ name }) => name)
      judged = new Map(
        [...byName].map(([name, rows]) => {
          const { history, standing } = before.get(name) ?? { history: [], standing: null }
          const ticks = keepHour(history, tickOf(rows, judging))
          return [name, { history: ticks, standing: judge(ticks, judging.goals, standing) }]
        }),
      )
      return [...judged.keys()].filter(
        (name) => stateOf(judged.get(name)) !== stateOf(before.get(name)),
      )
    },
    verdicts: () =>
      new Map(
        [...judged].flatMap(([name, { standing }]) =>
          standing === null ? [] : [[name, standing.verdict] as const],
        ),
      ),
  }
}

function stateOf(judged: Judged | undefined): string {
  const { state, reason } = judged?.standing?.verdict ?? {}
  return `${state ?? ''} ${reason ?? ''}`
}
