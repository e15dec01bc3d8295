import { Status } from '@podium/contracts'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { expect, onTestFinished, test } from 'vitest'
import { runMain } from './support/run-main.ts'

test('a key that is refused once and a lost database are told as such, and both are over soon', async () => {
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 6,
    teams: 2,
    startsAt: Date.now() - 60_000,
    now: Date.now,
    oddities: false,
  })
  const gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  const podium = runMain({
    LITELLM_BASE_URL: gateway.url,
    LITELLM_API_KEY: simulator.keys.viewer,
    POLL_SECONDS: '1',
  })
  const [, url] = await podium.said(/Podium is at (http:\/\/127\.0\.0\.1:\d+)\n/)
  await podium.said(/The gateway answers\./)

  simulator.faults.inject('expired-key', { route: '/team/daily/activity*', times: 1 })
  await podium.said(/has expired; .+ Trying again in 1 s\.[^]+The gateway answers again\./)

  simulator.happen({ kind: 'lose database' })
  await podium.said(/it has lost its database\. The last good data stays\./)
  const { sources } = Status.parse(await (await fetch(`${url}/api/v1/status`)).json())
  expect(sources[0]).toMatchObject({ name: 'activity', state: 'down', reason: 'no_database' })
  simulator.happen({ kind: 'regain database' })
  await podium.said(/lost its database[^]+The gateway answers again\./)
  expect(podium.output()).not.toContain(simulator.keys.viewer)
})
