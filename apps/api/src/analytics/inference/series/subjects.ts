import { servedEver, type Row, type Served } from '../../../domain/inference/fresh.ts'
import type { EngineSlice } from '../../../domain/inference/slice.ts'
import type { GpusOfEngine } from '../gpus-of-engines.ts'
import type { Subject } from './draw-inference.ts'

type Asked = { by: 'model' | 'engine'; engine: readonly string[]; model: readonly string[] }
type Known = {
  rows: readonly Row[]
  slices: readonly EngineSlice[]
  gpusOf: ReadonlyMap<string, GpusOfEngine>
}

/** What gets a line: engines and models of now, and those of the span; `null` where one that is asked for is nobody's. */
export function subjectsOf(asked: Asked, { rows, slices, gpusOf }: Known): Subject[] | null {
  const pairs = servedEver(rows, slices)
  if (asked.engine.some((id) => pairs.every(({ engine }) => engine !== id))) return null
  if (asked.model.some((one) => pairs.every(({ name }) => name !== one))) return null
  const chosen = pairs.filter(
    ({ engine, name }) =>
      (asked.engine.length === 0 || asked.engine.includes(engine)) &&
      (asked.model.length === 0 || asked.model.includes(name)),
  )
  const gpusAlone = (own: readonly Served[]) => {
    const others = pairs.filter((pair) => own.every(({ name }) => name !== pair.name))
    const gpus = [...new Set(own.flatMap(({ engine }) => gpusOf.get(engine)?.gpus ?? []))]
    const isShared = others.some(({ engine }) =>
      gpusOf.get(engine)?.gpus.some((gpu) => gpus.includes(gpu)),
    )
    return isShared ? [] : gpus
  }
  if (asked.by === 'engine')
    return chosen.map((pair) => ({
      engine: pair.engine,
      model: pair.model,
      isOf: (slice) => isSame(pair, slice),
      gpus: gpusAlone([pair]),
    }))
  return [...Map.groupBy(chosen, ({ name }) => name)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => ({
      engine: null,
      model: name,
      isOf: (slice) => own.some((pair) => isSame(pair, slice)),
      gpus: gpusAlone(own),
    }))
}

function isSame({ engine, model }: Served, slice: EngineSlice): boolean {
  return slice.engine === engine && (slice.model || null) === model
}
