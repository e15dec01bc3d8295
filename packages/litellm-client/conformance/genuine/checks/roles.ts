import { setTimeout as sleep } from 'node:timers/promises'
import { createLiteLLMAdmin, createLiteLLMClient, type LiteLLMClient } from '../../../src/index.ts'
import { sumBy } from '../../cells.ts'
import { teamCells } from '../../found-cells.ts'
import { checkRefused } from '../../refusals.ts'
import { type Callers, makeCallers } from '../callers.ts'
import type { Subject } from '../subject.ts'
import { spanOf } from './activity.ts'

/**
 * Who may see what. Last of all checks: from 1.101 on a refused read is counted as a failed request.
 */
export async function checkRoles(subject: Subject): Promise<void> {
  const { list, truth } = subject
  list.area('roles')
  await list.attempt('callers', async () => {
    const callers = await makeCallers(subject, truth.teams[0]?.team_id ?? '')
    await checkFullViews(subject, callers)
    await checkPartialViews(subject, callers)
    await checkBadKeys(subject, callers)
    await checkWrites(subject, callers)
  })
}

/** An administrator's key and a viewer's see what the master key sees. */
async function checkFullViews(subject: Subject, callers: Callers): Promise<void> {
  const { list, truth, release } = subject
  for (const role of ['admin', 'viewer'] as const) {
    await using(subject, callers[role], async (client) => {
      const { teams, complete } = await client.teams()
      const ids = new Set(teams.map((team) => team.teamId))
      const missing = truth.teams.filter((team) => !ids.has(team.team_id))
      list.equal(`${role}: all teams`, [missing, complete], [[], true])
      list.equal(`${role}: prices`, (await client.modelPrices()).length > 0, true)
      if (role === 'admin') await checkAllActivity(subject, role, client)
      else await checkViewer(subject, client)
    })
  }
  if (!release.abilities.activityForViewers) {
    list.remark('a viewer may list teams, but not read their activity')
  }
}

async function checkAllActivity(
  subject: Subject,
  role: string,
  client: LiteLLMClient,
): Promise<void> {
  const { list, expected } = subject
  const place = ['date', 'team', 'key'] as const
  const { days } = await client.dailyActivity(spanOf(subject))
  list.cells(`${role}: all activity`, sumBy(teamCells(days), place), sumBy(expected, place))
}

async function checkViewer(subject: Subject, client: LiteLLMClient): Promise<void> {
  const { list, release } = subject
  const { activityForViewers, spendLogs, spendLogsForViewers } = release.abilities
  if (activityForViewers) {
    await checkAllActivity(subject, 'viewer', client)
  } else {
    const activity = client.dailyActivity(spanOf(subject))
    await checkRefused(list, 'viewer: no activity', activity, 'viewer_refused')
  }
  if (!spendLogs) return
  const logs = client.spendLogs(logWindow)
  if (spendLogsForViewers) list.equal('viewer: spend logs', (await logs).rows.length > 0, true)
  else await checkRefused(list, 'viewer: no spend logs', logs, 'viewer_refused')
}

/** Keys that would get a quiet part of the whole are refused before they get it. */
async function checkPartialViews(subject: Subject, callers: Callers): Promise<void> {
  const { list } = subject
  for (const role of ['member', 'memberViewer', 'teamKey'] as const) {
    const secrets = [callers[role]]
    await using(subject, callers[role], async (client) => {
      await checkRefused(list, `${role}: teams`, client.teams(), 'partial_view', secrets)
      const activity = client.dailyActivity(spanOf(subject))
      await checkRefused(list, `${role}: activity`, activity, 'partial_view', secrets)
    })
  }
}

async function checkBadKeys(subject: Subject, callers: Callers): Promise<void> {
  const { list, signal } = subject
  await sleep(1500, undefined, { signal })
  const bad = {
    'unknown key': ['sk-conformance-knows-no-such-key', 'auth'],
    'malformed key': ['not-a-key', 'auth'],
    'expired key': [callers.expired, 'expired_key'],
  } as const
  for (const [name, [key, kind]] of Object.entries(bad)) {
    await using(subject, key, async (client) => {
      await checkRefused(list, `${name}: teams`, client.teams(), kind, [key])
      const activity = client.dailyActivity(spanOf(subject))
      await checkRefused(list, `${name}: activity`, activity, kind, [key])
    })
  }
  await using(subject, callers.readOnly, async (client) => {
    const activity = client.dailyActivity(spanOf(subject))
    const { routeRefusal } = subject.release.abilities
    await checkRefused(list, 'read_only key: activity', activity, routeRefusal, [callers.readOnly])
  })
}

/** Nobody but an administrator makes teams. */
async function checkWrites({ list, baseUrl }: Subject, callers: Callers): Promise<void> {
  for (const role of ['viewer', 'member', 'teamKey'] as const) {
    const admin = createLiteLLMAdmin({ baseUrl, adminKey: callers[role] })
    const made = admin.createTeam({ alias: 'must not be' })
    const kinds = ['auth', 'forbidden', 'viewer_refused']
    await checkRefused(list, `${role}: makes no team`, made, kinds, [callers[role]])
    await admin.close()
  }
}

async function using(
  { baseUrl }: Subject,
  apiKey: string,
  use: (client: LiteLLMClient) => Promise<void>,
): Promise<void> {
  const client = createLiteLLMClient({ baseUrl, apiKey })
  try {
    await use(client)
  } finally {
    await client.close()
  }
}

const logWindow = { from: new Date(0), to: new Date(Date.UTC(2100, 0)), pageSize: 10 }
