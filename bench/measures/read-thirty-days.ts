import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLiteLLMClient } from '@podium/litellm-client'
import { bigDay } from '../upstream/big-day.ts'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { watchLoop } from '../watch-loop.ts'

// The client runs in the collector's own thread, where only the renewal of a lease waits for it.
const allowedBlockMs = 250

export const readThirtyDays: Measure = {
  id: 'read',
  name: 'A gateway of 200 teams × 20 models × 3 keys, read for 30 days',
  run: async () => {
    const gateway = fork(join(import.meta.dirname, '../upstream/big-gateway.ts'))
    const message: unknown = (await once(gateway, 'message')).at(0)
    const { port, bytes } = readAddress(message)
    const client = createLiteLLMClient({
      baseUrl: `http://127.0.0.1:${port}`,
      apiKey: 'sk-bench',
      deadlineMs: 120_000,
    })
    try {
      return await readAndWatch(client, bytes)
    } finally {
      await client.close()
      gateway.disconnect()
    }
  },
}

type Round = { longestBlockMs: number; seconds: number; idleMs: number }

async function readAndWatch(
  client: ReturnType<typeof createLiteLLMClient>,
  bytes: number,
): Promise<Figure[]> {
  const bare = median(Array.from({ length: 5 }, parseOneDay))
  await client.dailyActivity({ from: '2026-10-31', to: '2026-10-31' })
  const rounds: Round[] = []
  for (let round = 0; round < 3; round += 1) rounds.push(await readOnce(client))
  const of = (field: keyof Round) => median(rounds.map((round) => round[field]))
  const megabytes = Math.round((30 * bytes) / 1e6)
  const idle = `promised; a loop that does nothing read ${of('idleMs').toFixed(1)} ms on this machine`
  return [
    atMost('longest block of the event loop', of('longestBlockMs'), 'ms', allowedBlockMs, idle),
    atMost(
      `time for ${megabytes} MB`,
      of('seconds'),
      's',
      (30 * bare * 12) / 1000,
      '12 × JSON.parse alone, same run',
    ),
  ]
}

async function readOnce(client: ReturnType<typeof createLiteLLMClient>): Promise<Round> {
  const startedAt = performance.now()
  const longestBlockMs = await watchLoop(async () => {
    const { days } = await client.dailyActivity({ from: '2026-11-01', to: '2026-11-30' })
    if (days.length !== 30) throw new Error(`30 days asked, ${days.length} answered`)
  })
  const ms = performance.now() - startedAt
  return { longestBlockMs, seconds: ms / 1000, idleMs: await watchLoop(() => sleep(ms)) }
}

/** What no reader of this answer can do without. */
function parseOneDay(): number {
  const text = bigDay('2026-11-01', { teams: 200, models: 20, keysPerTeam: 3 })
  const startedAt = performance.now()
  JSON.parse(text)
  return performance.now() - startedAt
}

function readAddress(message: unknown): { port: number; bytes: number } {
  if (typeof message === 'object' && message !== null && 'port' in message && 'bytes' in message)
    return { port: Number(message.port), bytes: Number(message.bytes) }
  throw new TypeError('the gateway did not say where it is')
}
