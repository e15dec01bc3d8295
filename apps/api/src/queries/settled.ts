import type { Balance } from '@podium/contracts'
import type { QueryContext } from './query-context.ts'

const tries = 3

/**
 * Parts of an answer are read one after the other. Where they do not add up because something was booked in between,
 * they are read once more.
 */
export async function settled<Answer extends { data_version: number }>(
  { store }: { store: Pick<QueryContext['store'], 'dataVersion'> },
  balancesOf: (answer: Answer) => readonly Balance[],
  read: () => Promise<Answer>,
): Promise<Answer> {
  let answer = await read()
  for (let left = tries - 1; left > 0; left -= 1) {
    const isBalanced = balancesOf(answer).every(({ apart }) => apart === 0)
    if (isBalanced || (await store.dataVersion()) === answer.data_version) return answer
    answer = await read()
  }
  return answer
}
