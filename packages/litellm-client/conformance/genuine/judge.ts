import { createLiteLLMClient } from '../../src/index.ts'
import { Checklist } from '../checklist.ts'
import { checkAdmin } from '../checks/admin.ts'
import { beginAgain } from './begin-again.ts'
import { checkActivity } from './checks/activity.ts'
import { checkHealth } from './checks/health.ts'
import { checkPrices } from './checks/prices.ts'
import { checkRoles } from './checks/roles.ts'
import { checkSpendLogs, estimatedPrompts } from './checks/spend-logs.ts'
import { checkStorm } from './checks/storm.ts'
import { checkTeams } from './checks/teams.ts'
import { deletedKeys, deviations } from './conduct.ts'
import { configuredPrices } from './configured-prices.ts'
import { expectedCells } from './expected-cells.ts'
import type { GenuineGateway, Harness, TrafficPlan } from './harness.ts'
import type { Judge } from './judge-releases.ts'
import { releaseOf } from './releases.ts'
import type { Subject } from './subject.ts'

/** Starts one genuine gateway, sends it traffic, and holds the client's answers to what was sent. */
export const judge: Judge = async ({ harness, plan, signal }) => {
  const list = new Checklist()
  list.area('gateway')
  for (const text of [deletedKeys, ...deviations(releaseOf(plan.version).conduct)])
    list.remark(text)
  await harness.install(plan.version)
  const { version, seed, requests } = plan
  await withSubject({ harness, version, list, signal }, { seed, requests }, checkAll)
  if (plan.storm) {
    const storm = { seed, requests: 700, wave: 700, flushSeconds: 5 }
    await withSubject({ harness, version, list, signal }, storm, async (subject) => {
      const logs = await checkSpendLogs(subject)
      await checkStorm(withEstimates(subject, logs))
    })
  }
  return list
}

async function checkAll(subject: Subject): Promise<void> {
  const { list, baseUrl, masterKey } = subject
  await checkHealth(subject)
  const counted = withEstimates(subject, await checkSpendLogs(subject))
  await checkActivity(counted)
  await checkTeams(counted)
  await checkPrices(subject)
  await checkAdmin(list, { baseUrl, adminKey: masterKey })
  await checkRoles(counted)
}

function withEstimates(subject: Subject, logs: Parameters<typeof estimatedPrompts>[0]): Subject {
  return { ...subject, expected: [...subject.expected, ...estimatedPrompts(logs)] }
}

interface Bench {
  harness: Harness
  version: string
  list: Checklist
  signal: AbortSignal
}

type Feeding = TrafficPlan & { flushSeconds?: number }

/** A gateway of its own that has counted the traffic; it is stopped whatever happens. */
async function withSubject(
  bench: Bench,
  plan: Feeding,
  check: (subject: Subject) => Promise<void>,
): Promise<void> {
  const { harness, version, list, signal } = bench
  const { gateway, truth } = await beginAgain(list, () => feed(harness, version, plan))
  try {
    const prices = await configuredPrices(harness, version, gateway.config)
    await checkWith(gateway, async (client) => {
      const release = releaseOf(version)
      const expected = expectedCells({ truth, prices, conduct: release.conduct })
      const { baseUrl, masterKey } = gateway
      await check({ release, baseUrl, masterKey, client, truth, expected, prices, list, signal })
    })
    signal.throwIfAborted()
  } finally {
    await gateway.stop()
  }
}

/** A gateway that has counted the traffic. */
async function feed(harness: Harness, version: string, plan: Feeding) {
  const gateway = await harness.start(version, plan.flushSeconds)
  try {
    return { gateway, truth: await gateway.traffic(plan) }
  } catch (error) {
    await gateway.stop()
    throw error
  }
}

async function checkWith(
  { baseUrl, masterKey }: GenuineGateway,
  check: (client: Subject['client']) => Promise<void>,
): Promise<void> {
  const client = createLiteLLMClient({ baseUrl, apiKey: masterKey })
  try {
    await check(client)
  } finally {
    await client.close()
  }
}
