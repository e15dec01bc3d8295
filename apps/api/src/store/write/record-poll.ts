import type { Writing } from './writing.ts'

/** One attempt at a source: `outcome` is `ok` or what went wrong, in a word; instants in milliseconds. */
export type PollRecord = {
  source: string
  startedAt: number
  finishedAt: number
  outcome: string
  /** Cells that it changed. */
  changed: number
}

export async function forgetPolls({ trx }: Writing, before: number): Promise<void> {
  await trx.deleteFrom('poll').where('started_ms', '<', before).execute()
}

export async function recordPoll({ trx }: Writing, poll: PollRecord): Promise<void> {
  const { source, startedAt: started_ms, outcome, changed } = poll
  const took_ms = poll.finishedAt - poll.startedAt
  await trx
    .insertInto('poll')
    .values({ source, started_ms, took_ms, outcome, changed })
    .onConflict((conflict) =>
      conflict.columns(['source', 'started_ms']).doUpdateSet({ took_ms, outcome, changed }),
    )
    .execute()
}
