import {
  addEngineSlices,
  addGpuSlices,
  type EngineSlice,
  type GpuSlice,
} from '../../domain/inference/slice.ts'
import { secondsPerHour } from '../../domain/utc-day.ts'
import { readBucketEnds } from '../bucket-ends.ts'
import { fromEngineBody, fromGpuBody, toEngineBody, toGpuBody } from '../engine-body.ts'
import type { Writing } from './writing.ts'

export type Slices = { engines: readonly EngineSlice[]; gpus: readonly GpuSlice[] }

/**
 * Adds to what is there of the same minute, quarter or hour; a minute of which a part was written before is still one
 * minute. No two of a call have the same place and name.
 */
export async function saveSlices(writing: Writing, { engines, gpus }: Slices): Promise<void> {
  await saveEngines(writing, engines)
  await saveGpus(writing, gpus)
}

async function saveEngines({ trx }: Writing, slices: readonly EngineSlice[]): Promise<void> {
  const ends = await readBucketEnds(trx)
  const known = createKnownMinutes()
  for (const told of slices.toSorted((a, b) => a.width - b.width)) {
    const { width, start, engine, model } = told
    const before = await trx
      .selectFrom('engine_minute')
      .select('body')
      .where('width', '=', width)
      .where('start', '=', start)
      .where('engine', '=', engine)
      .where('model', '=', model)
      .executeTakeFirst()
    const there = before === undefined ? null : fromEngineBody(told, before.body, ends)
    const slice = { ...told, minutes: told.minutes - known.in(told, there) }
    const body = toEngineBody(there === null ? slice : addEngineSlices(slice, there), ends)
    await trx
      .insertInto('engine_minute')
      .values({ width, start, engine, model, body })
      .onConflict((conflict) =>
        conflict.columns(['width', 'start', 'engine', 'model']).doUpdateSet({ body }),
      )
      .execute()
  }
  for (const row of ends.added()) await trx.insertInto('bucket_ends').values(row).execute()
}

/** The minutes of slices that were counted when another part of them was written, by the hour that they lie in. */
function createKnownMinutes() {
  const byHour = new Map<string, number>()
  const hourOf = ({ engine, model, start }: EngineSlice) =>
    JSON.stringify([engine, model, Math.floor(start / secondsPerHour)])
  return {
    in: (slice: EngineSlice, there: EngineSlice | null): number => {
      const hour = hourOf(slice)
      if (slice.width === 60) return there === null ? 0 : (byHour.get(hour) ?? 0)
      if (slice.width !== 1 || there === null) return 0
      const known = Math.min(slice.minutes, there.minutes)
      byHour.set(hour, (byHour.get(hour) ?? 0) + known)
      return known
    },
  }
}

async function saveGpus({ trx }: Writing, slices: readonly GpuSlice[]): Promise<void> {
  for (const slice of slices) {
    const { width, start, gpu } = slice
    const before = await trx
      .selectFrom('gpu_minute')
      .select('body')
      .where('width', '=', width)
      .where('start', '=', start)
      .where('gpu', '=', gpu)
      .executeTakeFirst()
    const sum = before === undefined ? slice : addGpuSlices(slice, fromGpuBody(slice, before.body))
    const body = toGpuBody(sum)
    await trx
      .insertInto('gpu_minute')
      .values({ width, start, gpu, body })
      .onConflict((conflict) => conflict.columns(['width', 'start', 'gpu']).doUpdateSet({ body }))
      .execute()
  }
}
