import { setTimeout as sleep } from 'node:timers/promises'
import { Status } from '@podium/contracts'
import type { Checklist } from '@podium/litellm-client/conformance/checklist.ts'
import { beginAgain } from '@podium/litellm-client/conformance/genuine/begin-again.ts'
import type { Judge } from '@podium/litellm-client/conformance/genuine/judge-releases.ts'
import type { Truth } from '@podium/litellm-client/conformance/genuine/truth.ts'
import { createPublicIds } from '../src/access/public-ids.ts'
import { readBooks, type Row } from './gateway-rows.ts'
import type { Podium } from './start-podium.ts'
import { secret, watch } from './watch.ts'

const storm = { requests: 700, wave: 700 }
const flushSeconds = 5
/** A counter is compared when it is 79 s old, and the next one is looked at then. */
const patienceMs = 300_000
const quietMs = 20_000
/** What Podium itself calls dust. */
const dustUsd = 1e-6

/** A storm upon teams that are new: what the gateway charged and lost from its daily rows is what Podium says. */
export async function judgeStorm(
  list: Checklist,
  { harness, postgres, plan: { version, seed }, signal }: Parameters<Judge>[0],
): Promise<void> {
  list.area('drift after a storm')
  await beginAgain(list, async () => {
    const gateway = await harness.start(version, flushSeconds)
    try {
      const podium = await watch(gateway)
      try {
        await statusOnce(podium, signal, ({ sources }) => sources.every(isRead))
        const truth = await gateway.traffic({ seed, ...storm })
        const calmAt = Date.now() + quietMs
        const { reconciliation } = await statusOnce(
          podium,
          signal,
          ({ reconciliation: { drift, waiting } }) =>
            drift !== null && waiting === 0 && Date.parse(drift.until) > calmAt,
        )
        const { rows } = await readBooks(`${postgres}/${gateway.name}`)
        compare(list, { reconciliation, truth, rows })
      } finally {
        await podium.stop()
      }
    } finally {
      await gateway.stop()
    }
  })
}

const isRead = ({ state }: Status['sources'][number]) => state === 'ok'

/** Asks for the status until it is as wanted, or patience ends. */
async function statusOnce(
  podium: Podium,
  signal: AbortSignal,
  isThere: (status: Status) => boolean,
): Promise<Status> {
  const until = performance.now() + patienceMs
  for (;;) {
    const status = Status.parse(await podium.get('/api/v1/status'))
    if (isThere(status) || performance.now() > until) return status
    await sleep(500, undefined, { signal })
  }
}

type Found = { reconciliation: Status['reconciliation']; truth: Truth; rows: readonly Row[] }

function compare(list: Checklist, { reconciliation, truth, rows }: Found): void {
  const publicIds = createPublicIds(Buffer.from(secret))
  const { drift, worst, reconciled, waiting } = reconciliation
  const saidOf = new Map(worst.map(({ team, drift_usd: usd }) => [team, usd]))
  const lost = truth.teams.map(({ team_id: id, slot }) => {
    const charged = total(truth.rows.filter((row) => row.team_id === id))
    return {
      slot,
      id: publicIds.team(id),
      usd: charged - total(rows.filter((row) => row.team === id)),
    }
  })
  list.equal('every team has been compared', [waiting, drift?.teams], [0, truth.teams.length])
  list.problems(
    'the drift of each team is what was lost',
    lost.flatMap(({ slot, id, usd }) => {
      const said = saidOf.get(id) ?? 0
      const isSaid = Math.abs(said - usd) <= dustUsd
      return isSaid ? [] : [`${slot}: $${usd} were lost, $${said} are told`]
    }),
  )
  const all = lost.reduce((sum, { usd }) => sum + usd, 0)
  list.problems(
    'the drift of all is what was lost',
    Math.abs((drift?.drift_usd ?? Number.NaN) - all) <= truth.teams.length * dustUsd
      ? []
      : [`$${all} were lost, $${drift?.drift_usd ?? 'nothing'} are told`],
  )
  const isLossless = lost.every(({ usd }) => Math.abs(usd) <= dustUsd)
  list.equal('reconciled is said where nothing was lost', reconciled, isLossless)
  const kept = rows.reduce((sum, { requests }) => sum + requests, 0)
  const sent = truth.rows.filter(({ team_id: id }) => id !== '')
  const told = sent.reduce((sum, { requests }) => sum + requests, 0)
  list.remark(
    `${kept} of ${told} requests of teams are in the daily rows; $${all.toFixed(9)} were lost`,
  )
}

function total(rows: readonly { spend: number }[]): number {
  return rows.reduce((sum, { spend }) => sum + spend, 0)
}
