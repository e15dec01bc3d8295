import type { PollRecord } from '../poll-record.ts'
import type { Writing } from './writing.ts'

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
