import type { Writing } from './writing.ts'

export async function saveSecret({ trx }: Writing, name: string, value: string): Promise<void> {
  await trx
    .insertInto('secret')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
