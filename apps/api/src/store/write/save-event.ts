import type { Writing } from './writing.ts'

export type KeptEvent = { name: string; body: string }

/** Keeps the last event of each name; those that sort between `from` and `before` are deleted. */
export async function saveEvent(
  { trx }: Writing,
  { name, body }: KeptEvent,
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
