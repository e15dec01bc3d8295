import {
  addEngineSlices,
  addGpuSlices,
  type EngineSlice,
  type GpuSlice,
} from '../../domain/inference/slice.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { dayNumber } from '../day-number.ts'
import { engineSlices, gpuSlices } from '../slices.ts'
import { saveSlices } from './save-slices.ts'
import type { Writing } from './writing.ts'

const quarterSeconds = 900

/** Folds the oldest day of minutes of engines and GPUs, if it lies before `day`; false where none does. */
export async function foldOldestSlices(writing: Writing, day: string): Promise<boolean> {
  const { trx } = writing
  const end = dayNumber(day) * secondsPerDay
  const starts = await Promise.all(
    (['engine_minute', 'gpu_minute'] as const).map((table) =>
      trx
        .selectFrom(table)
        .select((eb) => eb.fn.min('start').as('start'))
        .where('width', '=', 1)
        .where('start', '<', end)
        .executeTakeFirst(),
    ),
  )
  const oldest = Math.min(...starts.map((row) => row?.start ?? Infinity))
  if (oldest === Infinity) return false
  const from = oldest - (oldest % secondsPerDay)
  const span = { from, to: from + secondsPerDay }
  const engines = await engineSlices(trx, span, [1])
  const gpus = await gpuSlices(trx, span, [1])
  for (const table of ['engine_minute', 'gpu_minute'] as const)
    await trx
      .deleteFrom(table)
      .where('width', '=', 1)
      .where('start', '>=', span.from)
      .where('start', '<', span.to)
      .execute()
  await saveSlices(writing, {
    engines: fold(engines, ({ engine, model }) => `${engine} ${model}`, addEngineSlices),
    gpus: fold(gpus, ({ gpu }) => gpu, addGpuSlices),
  })
  return true
}

function fold<T extends EngineSlice | GpuSlice>(
  slices: readonly T[],
  nameOf: (slice: T) => string,
  add: (a: T, b: T) => T,
): T[] {
  const quarters = new Map<string, T>()
  for (const slice of slices) {
    const start = slice.start - (slice.start % quarterSeconds)
    const key = `${start} ${nameOf(slice)}`
    const known = quarters.get(key)
    quarters.set(key, known === undefined ? { ...slice, start, width: 15 } : add(known, slice))
  }
  return [...quarters.values()]
}
