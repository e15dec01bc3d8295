import { setImmediate as nextTurn } from 'node:timers/promises'

/** Works while the database is writing, rather than after it. */
export async function meanwhile<Result>(
  writing: Promise<void>,
  work: () => Result,
): Promise<Result> {
  await Promise.race([writing, nextTurn()])
  const result = work()
  await writing
  return result
}
