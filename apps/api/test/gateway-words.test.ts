import { Status } from '@podium/contracts'
import {
  createGatewaySimulator,
  type CallerKeys,
  type ProfileName,
} from '@podium/gateway-simulator'
import { expect, onTestFinished, test } from 'vitest'
import { runMain } from './support/run-main.ts'

async function startGateway(profile: ProfileName) {
  const simulator = createGatewaySimulator({
    profile,
    seed: 6,
    teams: 2,
    startsAt: Date.now() - 60_000,
    now: Date.now,
    oddities: false,
  })
  const gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  return { simulator, url: gateway.url }
}

function read(gateway: { url: string }, key: string) {
  return runMain({ LITELLM_BASE_URL: gateway.url, LITELLM_API_KEY: key, POLL_SECONDS: '1' })
}

test.each<[caller: keyof CallerKeys, profile: ProfileName, RegExp]>([
  ['expired', '1.78', /the key in LITELLM_API_KEY has expired: set a new one/],
  ['expired', '1.109', /the key in LITELLM_API_KEY has expired: set a new one/],
  ['team', '1.109', /sees only its own teams: set the key of a proxy_admin_viewer, or the master/],
  ['viewer', '1.74', /lets no proxy_admin_viewer read activity \(1\.74 does not, 1\.78 does\)/],
])('the key of kind "%s" is told by its trouble at %s', async (caller, profile, sentence) => {
  const gateway = await startGateway(profile)
  const key = gateway.simulator.keys[caller]
  const podium = read(gateway, key)
  await podium.said(sentence)
  expect(podium.output()).not.toContain(key)
})

test('a gateway that loses its database is told as one, and found again', async () => {
  const gateway = await startGateway('1.109')
  const podium = read(gateway, gateway.simulator.keys.viewer)
  const [, url] = await podium.said(/Podium is at (http:\/\/127\.0\.0\.1:\d+)\n/)
  await podium.said(/The gateway answers\./)
  gateway.simulator.happen({ kind: 'lose database' })
  await podium.said(/it has lost its database\. The last good data stays\./)
  const { sources } = Status.parse(await (await fetch(`${url}/api/v1/status`)).json())
  expect(sources[0]).toMatchObject({ name: 'activity', state: 'down', reason: 'no_database' })
  gateway.simulator.happen({ kind: 'regain database' })
  await podium.said(/The gateway answers again\./)
})

test('one refusal is asked again as usual, and is over before anybody waits a minute', async () => {
  const gateway = await startGateway('1.109')
  const podium = read(gateway, gateway.simulator.keys.master)
  await podium.said(/The gateway answers\./)
  gateway.simulator.faults.inject('expired-key', { route: '/team/daily/activity*', times: 1 })
  await podium.said(/has expired: .+ Next try in 1 s\./)
  await podium.said(/The gateway answers again\./)
})
