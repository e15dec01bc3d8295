import type { Kysely } from 'kysely'
import type { BucketEnds } from './engine-body.ts'
import type { Schema } from './schema.ts'

const infinity = '+Inf'

type Known = BucketEnds & {
  /** Those that were given a number since they were read. */
  added: () => { id: number; ends: string }[]
}

/** All lists of ends that there are: a few for each engine. */
export async function readBucketEnds(db: Kysely<Schema>): Promise<Known> {
  const rows = await db.selectFrom('bucket_ends').selectAll().execute()
  const byId = new Map(rows.map(({ id, ends }) => [id, parse(ends)]))
  const byText = new Map(rows.map(({ id, ends }) => [ends, id]))
  const added: { id: number; ends: string }[] = []
  return {
    of: (id) => byId.get(id) ?? [],
    idOf: (list) => {
      const ends = list.map((end) => (end === Infinity ? infinity : String(end))).join(' ')
      const known = byText.get(ends)
      if (known !== undefined) return known
      const id = byText.size + 1
      byText.set(ends, id)
      byId.set(id, list)
      added.push({ id, ends })
      return id
    },
    added: () => added,
  }
}

function parse(ends: string): readonly number[] {
  return ends === ''
    ? []
    : ends.split(' ').map((end) => (end === infinity ? Infinity : Number(end)))
}
