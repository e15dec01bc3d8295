import type { ExpressionBuilder, Transaction } from 'kysely'
import type { Schema } from '../schema.ts'

type Trx = Transaction<Schema>

/** The version of the data once this transaction has ended. */
export function nextVersion(eb: ExpressionBuilder<Schema, keyof Schema>) {
  return eb
    .selectFrom('state')
    .select((state) => state('data_version', '+', 1).as('version'))
    .$asScalar()
}

/** What is booked for these days is new; the transaction has to count as a change. */
export async function touchDays(trx: Trx, { first, last }: { first: number; last: number }) {
  await trx
    .updateTable('day_read')
    .set((eb) => ({ version: nextVersion(eb) }))
    .where('day', '>=', first)
    .where('day', '<=', last)
    .execute()
}

/** `names` where teams, models, keys, labels or prices are others than before. */
export async function bumpVersion(trx: Trx, { names }: { names: boolean }): Promise<void> {
  await trx
    .updateTable('state')
    .set((eb) => ({
      data_version: eb('data_version', '+', 1),
      ...(names && { names_version: eb('data_version', '+', 1) }),
    }))
    .execute()
}
