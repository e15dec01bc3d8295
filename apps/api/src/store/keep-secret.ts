import type { Engine } from './engine.ts'

/** The value of this name: what was kept first, by whichever process. It needs no lease, because nothing is replaced. */
export async function keepSecret(
  { db, explain }: Engine,
  name: string,
  value: string,
): Promise<string> {
  try {
    await db
      .insertInto('secret')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    const kept = await db
      .selectFrom('secret')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    return kept.value
  } catch (error) {
    throw explain(error)
  }
}
