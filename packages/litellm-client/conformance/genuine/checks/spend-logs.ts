import type { SpendLog } from '../../../src/index.ts'
import { type Cell, noCounters, sumBy } from '../../cells.ts'
import { awaitLogs, readAllLogs } from '../../read-all-logs.ts'
import { checkRefused } from '../../refusals.ts'
import { estimates } from '../conduct.ts'
import { expectedLogs } from '../expected-cells.ts'
import type { Subject } from '../subject.ts'

/** One row per request, under the name that was asked for: here two names of one model stay apart. */
export async function checkSpendLogs(subject: Subject): Promise<SpendLog[]> {
  const { list, client, release, truth, prices, signal } = subject
  list.area('spend logs')
  const window = windowOf(subject)
  if (!release.abilities.spendLogs) {
    await list.attempt('no spend logs', () =>
      checkRefused(list, 'the release has none and says so', client.spendLogs(window), 'not_found'),
    )
    return []
  }
  let logs: SpendLog[] = []
  await list.attempt('spend logs', async () => {
    const isWhole = (rows: readonly SpendLog[]) => rows.length >= truth.sent.length
    logs = await awaitLogs(client, window, isWhole, signal)
    list.equal(
      'one row per request',
      new Set(logs.map((log) => log.requestId)).size,
      truth.sent.length,
    )
    const place = ['date', 'team', 'model', 'key'] as const
    const found = sumBy(logs.map(cellOf).map(withoutEstimate), place)
    const logged = expectedLogs({ truth, prices, conduct: release.conduct })
    list.cells('team × model × key', found, sumBy(logged, place))
    const small = await readAllLogs(client, { ...window, pageSize: 60 })
    list.equal('small pages hold the same rows', idsOf(small), idsOf(logs))
    list.equal(
      'times are in order',
      logs.filter((log) => (log.endedAtMs ?? 0) < log.startedAtMs),
      [],
    )
  })
  if (release.conduct.promptOfFailures === 'estimated') list.remark(estimates)
  return logs
}

/** What the logs say failed requests are counted with, as additions to the expected cells. */
export function estimatedPrompts(logs: readonly SpendLog[]): Cell[] {
  return logs
    .filter((log) => !log.succeeded && log.promptTokens > 0)
    .map((log) => ({ ...cellOf(log), counters: { ...noCounters(), prompt: log.promptTokens } }))
}

function cellOf(log: SpendLog): Cell {
  return {
    date: new Date(log.startedAtMs).toISOString().slice(0, 10),
    team: log.teamId,
    key: log.key ?? '',
    model: log.model,
    counters: {
      ...noCounters(),
      requests: 1,
      successes: log.succeeded ? 1 : 0,
      failures: log.succeeded ? 0 : 1,
      prompt: log.promptTokens,
      completion: log.completionTokens,
      spend: log.spendUsd,
    },
  }
}

/** The prompt of a failure is the gateway's estimate. */
function withoutEstimate(cell: Cell): Cell {
  if (cell.counters.failures === 0) return cell
  return { ...cell, counters: { ...cell.counters, prompt: 0 } }
}

function windowOf({ truth }: Subject): { from: Date; to: Date } {
  const starts = truth.sent.map((sent) => Date.parse(sent.started))
  const ends = truth.sent.map((sent) => Date.parse(sent.ended))
  return { from: new Date(Math.min(...starts) - 2000), to: new Date(Math.max(...ends) + 2000) }
}

function idsOf(logs: readonly SpendLog[]): string[] {
  return logs.map((log) => log.requestId).sort()
}
