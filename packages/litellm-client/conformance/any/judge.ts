import { setTimeout as sleep } from 'node:timers/promises'
import { createLiteLLMAdmin, createLiteLLMClient, type LiteLLMClient } from '../../src/index.ts'
import { Checklist } from '../checklist.ts'
import { checkAdmin } from '../checks/admin.ts'
import { checkRefused } from '../refusals.ts'
import { checkTraffic } from './check-traffic.ts'
import type { NamedGateway } from './gateway.ts'
import { sendTraffic, type Traffic } from './send-traffic.ts'
import { addVisitors, removeVisitors, type Visitors } from './teams.ts'

const mostModels = 3

/** The same questions to a gateway of which nothing is known: it is told apart by what it can. */
export async function judgeNamed(
  gateway: NamedGateway,
  plan: { seed: number; each: number },
  signal: AbortSignal,
): Promise<Checklist> {
  const { baseUrl, adminKey } = gateway
  const list = new Checklist()
  const client = createLiteLLMClient({ baseUrl, apiKey: adminKey })
  const admin = createLiteLLMAdmin({ baseUrl, adminKey })
  const visitors: Visitors = { teams: [], senders: [] }
  const otherTeams: string[] = []
  try {
    await checkGateway(list, client)
    const models = gateway.models.length > 0 ? gateway.models : await chatModels(client)
    await addVisitors(admin, models.slice(0, mostModels), visitors)
    const traffic = await sendTraffic(visitors.senders, { baseUrl, signal, ...plan })
    await awaitCounted(client, visitors, traffic, signal)
    await checkTraffic(list, client, { visitors, traffic, signal })
    await checkAdmin(list, { baseUrl, adminKey }, otherTeams)
    await checkWrongKey(list, baseUrl)
  } finally {
    await removeVisitors(admin, gateway, visitors, otherTeams)
    await Promise.all([client.close(), admin.close()])
  }
  return list
}

async function checkGateway(list: Checklist, client: LiteLLMClient): Promise<void> {
  list.area('gateway')
  await list.attempt('readiness', async () => {
    const { isReady, database } = await client.readiness()
    list.equal('ready, with a database', [isReady, database], [true, 'connected'])
  })
  await list.attempt('version', async () => {
    list.remark(`version: ${(await client.version()) ?? 'not told'}`)
  })
  await list.attempt('prices', async () => {
    const prices = await client.modelPrices()
    const unknown = prices.filter((price) => price.inputUsdPerToken === null)
    list.equal('models are listed', prices.length > 0, true)
    list.remark(`${prices.length} models, ${unknown.length} without a known price`)
  })
}

async function chatModels(client: LiteLLMClient): Promise<string[]> {
  const prices = await client.modelPrices()
  const chat = prices.filter(
    ({ mode, model }) => (mode ?? 'chat') === 'chat' && !model.includes('*'),
  )
  if (chat.length === 0) throw new Error('no chat model is listed: name some by CONFORMANCE_MODELS')
  return chat.map((price) => price.model)
}

/** Counters are written every 10 to 75 seconds, as the operator set it. */
async function awaitCounted(
  client: LiteLLMClient,
  { teams }: Visitors,
  { sent, from, to }: Traffic,
  signal: AbortSignal,
): Promise<void> {
  const span = { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) }
  const teamIds = teams.map((team) => team.teamId)
  for (let attempt = 0; attempt < 60; attempt++) {
    const { days } = await client.dailyActivity({ ...span, teamIds })
    const seen = days.reduce((sum, day) => sum + day.counters.requests, 0)
    if (seen >= sent.length) return
    await sleep(3000, undefined, { signal })
  }
}

async function checkWrongKey(list: Checklist, baseUrl: string): Promise<void> {
  list.area('roles')
  const key = 'sk-conformance-knows-no-such-key'
  const stranger = createLiteLLMClient({ baseUrl, apiKey: key })
  await list.attempt('an unknown key', () =>
    checkRefused(list, 'an unknown key', stranger.teams(), 'auth', [key]),
  )
  await stranger.close()
}
