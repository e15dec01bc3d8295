import type { LiteLLMClient, SpendLog } from '../../src/index.ts'
import { type Cell, noCounters, sumBy } from '../cells.ts'
import type { Checklist } from '../checklist.ts'
import { modelCells, teamCells } from '../found-cells.ts'
import { checkParts } from '../parts.ts'
import { awaitLogs } from '../read-all-logs.ts'
import { kindOf } from '../refusals.ts'
import { type Traffic, unknownModel } from './send-traffic.ts'
import type { Visitors } from './teams.ts'

interface Sample {
  visitors: Visitors
  traffic: Traffic
  signal: AbortSignal
}

/** What the client returns about our own two teams, compared with the usage in the gateway's answers. */
export async function checkTraffic(
  list: Checklist,
  client: LiteLLMClient,
  sample: Sample,
): Promise<void> {
  const { visitors, traffic } = sample
  list.area('traffic')
  list.equal('every request was answered', traffic.refused, [])
  await list.attempt('teams', async () => {
    const aliases = new Map((await client.teams()).teams.map((team) => [team.teamId, team.alias]))
    for (const { teamId, alias } of visitors.teams) list.equal(alias, aliases.get(teamId), alias)
  })
  await list.attempt('activity', () => checkCells(list, client, sample))
  await list.attempt('spend logs', () => checkLogs(list, client, sample))
}

async function checkCells(list: Checklist, client: LiteLLMClient, { visitors, traffic }: Sample) {
  const span = {
    from: traffic.from.toISOString().slice(0, 10),
    to: traffic.to.toISOString().slice(0, 10),
  }
  const whole = await client.dailyActivity(span)
  checkParts(list, whole)
  for (const note of whole.notes) list.remark(`${note.date}: ${note.kind}, ${note.count}`)
  const place = ['date', 'team', 'key', 'model'] as const
  for (const { teamId, alias } of visitors.teams) {
    const { days } = await client.dailyActivity({ ...span, teamIds: [teamId] })
    const mine = traffic.sent.filter((cell) => cell.team === teamId)
    const found = modelCells(days, teamId)
    const ignored = cacheIsKnown(list, found, mine) ? [] : (['cacheRead'] as const)
    const successes = sumBy(found.filter(isSuccess), place)
    list.cells(`${alias}: model × key`, successes, sumBy(mine.filter(isSuccess), place), ignored)
    const inWhole = teamCells(whole.days).filter((cell) => cell.team === teamId)
    const team = ['date', 'team'] as const
    list.cells(`${alias}: the team`, sumBy(inWhole, team), sumBy(mine, team), ignored)
  }
}

/** Up to about 1.82 cached tokens of OpenAI-shaped answers are never counted: all of them, or none. */
function cacheIsKnown(list: Checklist, found: readonly Cell[], sent: readonly Cell[]): boolean {
  const total = (cells: readonly Cell[]) =>
    cells.reduce((sum, cell) => sum + cell.counters.cacheRead, 0)
  if (total(sent) === 0 || total(found) > 0) return true
  list.remark(`the gateway does not count cached tokens: ${total(sent)} were served`)
  return false
}

async function checkLogs(list: Checklist, client: LiteLLMClient, { traffic, signal }: Sample) {
  const window = {
    from: new Date(traffic.from.getTime() - 2000),
    to: new Date(traffic.to.getTime() + 2000),
  }
  const kind = await kindOf(client.spendLogs({ ...window, pageSize: 1 }))
  if (kind !== 'no error') {
    list.remark(`no spend logs: ${kind}`)
    return
  }
  const keys = new Set(traffic.sent.map((cell) => cell.key))
  const isMine = (log: SpendLog) => log.succeeded && keys.has(log.key ?? '')
  const sent = traffic.sent.filter(isSuccess)
  const logs = await awaitLogs(
    client,
    window,
    (all) => all.filter(isMine).length >= sent.length,
    signal,
  )
  const place = ['team', 'key', 'model'] as const
  const cells = logs.filter(isMine).map((log): Cell => ({
    date: '',
    team: log.teamId,
    key: log.key ?? '',
    model: log.model,
    counters: {
      ...noCounters(),
      requests: 1,
      successes: 1,
      spend: log.spendUsd,
      prompt: log.promptTokens,
      completion: log.completionTokens,
    },
  }))
  list.cells('spend logs', sumBy(cells, place), sumBy(sent, place), ['cacheRead', 'cacheCreation'])
}

function isSuccess({ counters, model }: Cell): boolean {
  return model !== unknownModel && counters.successes > 0
}
