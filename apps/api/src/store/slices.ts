import type { Kysely } from 'kysely'
import type { EngineSlice, GpuSlice, SliceWidth } from '../domain/inference/slice.ts'
import type { Span } from '../domain/span.ts'
import { readBucketEnds } from './bucket-ends.ts'
import { fromEngineBody, fromGpuBody } from './engine-body.ts'
import type { Schema } from './schema.ts'

type Db = Kysely<Schema>

/** What engines did in slices of these widths that begin in a span, oldest first. */
export async function engineSlices(
  db: Db,
  { from, to }: Span,
  widths: readonly SliceWidth[],
): Promise<EngineSlice[]> {
  const ends = await readBucketEnds(db)
  const rows = await db
    .selectFrom('engine_minute')
    .selectAll()
    .where('width', 'in', widths)
    .where('start', '>=', from)
    .where('start', '<', to)
    .orderBy('start')
    .execute()
  return rows.map(({ body, ...key }) => fromEngineBody(key, body, ends))
}

export async function gpuSlices(
  db: Db,
  { from, to }: Span,
  widths: readonly SliceWidth[],
): Promise<GpuSlice[]> {
  const rows = await db
    .selectFrom('gpu_minute')
    .selectAll()
    .where('width', 'in', widths)
    .where('start', '>=', from)
    .where('start', '<', to)
    .orderBy('start')
    .execute()
  return rows.map(({ body, ...key }) => fromGpuBody(key, body))
}
