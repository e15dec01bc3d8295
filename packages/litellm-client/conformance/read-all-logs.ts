import { setTimeout as sleep } from 'node:timers/promises'
import type { LiteLLMClient, SpendLog } from '../src/index.ts'

/** All pages of a window. */
export async function readAllLogs(
  client: LiteLLMClient,
  window: { from: Date; to: Date; pageSize?: number },
): Promise<SpendLog[]> {
  const rows: SpendLog[] = []
  for (let page = 1, hasMore = true; hasMore; page++) {
    const read = await client.spendLogs({ ...window, page })
    rows.push(...read.rows)
    hasMore = read.hasMore
  }
  return rows
}

/** Logs are written apart from the daily rows: asks again until there are as many as expected. */
export async function awaitLogs(
  client: LiteLLMClient,
  window: { from: Date; to: Date },
  count: (logs: readonly SpendLog[]) => boolean,
  signal: AbortSignal,
): Promise<SpendLog[]> {
  for (let attempt = 0; ; attempt++) {
    const logs = await readAllLogs(client, window)
    if (count(logs) || attempt === 30) return logs
    await sleep(2000, undefined, { signal })
  }
}
