import type { Writing } from './writing.ts'

export type Told = { name: string; body: string }

/** Keeps the last of each name; those that sort between `from` and `before` are forgotten. */
export async function saveTold(
  { trx }: Writing,
  { name, body }: Told,
  old: { from: string; before: string },
): Promise<void> {
  await trx
    .deleteFrom('told')
    .where('name', '>=', old.from)
    .where('name', '<', old.before)
    .execute()
  await trx
    .insertInto('told')
    .values({ name, body })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ body }))
    .execute()
}
