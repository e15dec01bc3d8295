import { createGatewaySimulator } from '@podium/gateway-simulator'
import { onTestFinished } from 'vitest'

export type StoppableGateway = Awaited<ReturnType<typeof startStoppableGateway>>

/** A gateway with an hour of past, whose clock can be stopped; it is closed with the test. */
export async function startStoppableGateway(masterKey: string) {
  let stoppedAt: number | null = null
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 4,
    teams: 4,
    startsAt: Date.now() - 3_600_000,
    now: () => stoppedAt ?? Date.now(),
    masterKey,
    flushSeconds: 1,
    oddities: false,
  })
  let gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  const { url } = gateway
  return {
    url,
    masterKey,
    goAway: () => gateway.close(),
    comeBack: async () => {
      gateway = await simulator.listen({ port: Number(new URL(url).port) })
    },
    stop: () => (stoppedAt = Date.now()),
    /** What it answers with. */
    tokens: () =>
      simulator.truth
        .readable()
        .reduce((sum, each) => sum + each.promptTokens + each.completionTokens, 0),
  }
}
