import { setTimeout as sleep } from 'node:timers/promises'
import { InferenceLoad } from '@podium/contracts'
import { createEngineSimulator } from '@podium/gateway-simulator'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { findPostgres, type PostgresServer } from './support/postgres/postgres-server.ts'
import { startReplicas } from './support/replicas.ts'
import { startStoppableGateway } from './support/stoppable-gateway.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await findPostgres()
})
afterAll(() => server.stop())

const minute = 60_000
const instant = (ms: number) => new Date(ms).toISOString()

/** An engine, and what it had counted at each moment. */
async function startEngine() {
  const engine = createEngineSimulator({
    seed: 2,
    startsAt: Date.now() - minute,
    now: Date.now,
  })
  const listening = await engine.listen()
  const counted: { at: number; tokens: number }[] = []
  const look = () => {
    const { promptTokens, generationTokens } = engine.truth().counted
    counted.push({ at: Date.now(), tokens: promptTokens + generationTokens })
  }
  const timer = setInterval(look, 100)
  onTestFinished(async () => {
    clearInterval(timer)
    await listening.close()
  })
  const until = (at: number) => counted.findLast((one) => one.at <= at)?.tokens ?? 0
  return { url: listening.url, between: (from: number, to: number) => until(to) - until(from) }
}

test.runIf(inject('isDeep'))(
  'a leader that is killed in the middle of a minute loses none of it: who comes later reads whole minutes',
  async () => {
    const gateway = await startStoppableGateway('sk-engines-1234')
    const engine = await startEngine()
    const { first, second, start } = await startReplicas(server, gateway, {
      INFERENCE_URLS: `one=${engine.url}`,
      INFERENCE_SECONDS: '1',
    })
    const from = Math.ceil(Date.now() / minute) * minute
    const to = from + 2 * minute
    // One minute is written, half of the next one is not.
    await sleep(from + 1.5 * minute - Date.now())
    first.kill('SIGKILL')
    await sleep(to + 5000 - Date.now())
    // It has seen none of these minutes itself.
    const third = await start()
    const path = `/api/v1/inference/load?from=${instant(from)}&to=${instant(to)}`
    for (const { read } of [third, second]) {
      const { models } = InferenceLoad.parse(await read(path))
      expect(models).toMatchObject([{ engines: ['one'], minutes: 2 }])
      const { engine_tokens: tokens } = models[0] ?? {}
      const all = engine.between(from, to)
      // A scrape lies up to a second beside the edge of its minute; a prompt comes in one piece.
      expect(tokens).toBeGreaterThan(0.9 * all)
      expect(tokens).toBeLessThan(1.1 * all)
    }
  },
)
