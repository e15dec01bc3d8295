import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openListeners } from '../load/open-listeners.ts'
import { atLeast, atMost, type Measure } from '../measure.ts'
import { startWatching } from '../servers/watching-server.ts'

const viewers = 500
const arrivalMs = 2000
const streams = 1000
const streamSeconds = 30
const pollSeconds = 10
/** What a page asks when it opens. */
const questions = ['/', '/api/v1/status', '/api/v1/board', '/api/v1/race', '/api/v1/series']

/** A talk ends and everybody opens the link: the gateway does not notice, and nobody is turned away. */
export const crowd: Measure = {
  id: 'r5',
  name: `R5: ${viewers} viewers within ${arrivalMs / 1000} s, then ${streams} live streams for ${streamSeconds} s`,
  isOnDemand: true,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const { server, port, calls } = await startWatching(parts, {
      POLL_SECONDS: String(pollSeconds),
      HISTORY_DAYS: '0',
      LIVE_PER_ADDRESS: String(streams),
    })
    await sleep(15_000)

    let most = 0
    const watch = setInterval(() => {
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
      most = Math.max(most, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024)
    }, 100)
    parts.defer(() => clearInterval(watch))
    const before = calls()
    const from = performance.now()
    const slowest = await arrive(port)

    const listeners = await openListeners(parts, { port, clients: streams })
    let heard = 0
    listeners.on('message', () => (heard += 1))
    await sleep(streamSeconds * 1000)
    const polls = (performance.now() - from) / 1000 / pollSeconds
    const callsOfPoll = (calls() - before) / polls
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`)
    if (!healthy.ok) throw new Error(`/healthz said ${healthy.status}`)
    return [
      atMost('calls to the gateway a poll', callsOfPoll, 'calls', 3, 'as without viewers'),
      atMost('the last viewer waited', slowest / 1000, 's', 30, 'nobody gives up before'),
      atLeast(
        'events that every stream heard',
        heard,
        'events',
        2,
        `a poll every ${pollSeconds} s`,
      ),
      atMost('resident memory, highest', most, 'MB', 400, 'promised'),
    ]
  },
}

/** Each viewer comes at a moment of its own and asks one thing after the other. Tells how long the slowest waited. */
async function arrive(port: number): Promise<number> {
  const waits = await Promise.all(
    Array.from({ length: viewers }, async (_, viewer) => {
      await sleep((viewer * arrivalMs) / viewers)
      const from = performance.now()
      for (const question of questions) {
        const answer = await fetch(`http://127.0.0.1:${port}${question}`)
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`${question} was answered by ${answer.status}`)
      }
      return performance.now() - from
    }),
  )
  return Math.max(...waits)
}
