import { LiteLLMError, type LiteLLMClient, type Team } from '@podium/litellm-client'
import type { DataNote } from '../ledger/data-note.ts'
import { notePrices } from '../ledger/note-prices.ts'
import { compareSpend } from '../ledger/compare-spend.ts'
import { addDays, utcDate } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'

type NamesDeps = { client: LiteLLMClient; store: Store; now: () => number }

const mostAsked = 3

/** The teams as the gateway lists them, with their budgets; and a few that only activity has named. */
export function createTeamsPoll({ client, store, now }: NamesDeps) {
  const asked = new Set<string>()

  /** Each once: newer gateways book every refused question as a failed request of their own. */
  async function askUnlisted(signal: AbortSignal): Promise<Team[]> {
    const unlisted = (await store.teams())
      .flatMap(({ teamId, listed }) => (teamId === null || listed ? [] : [teamId]))
      .filter((teamId) => !asked.has(teamId))
    const found: Team[] = []
    for (const teamId of unlisted.slice(0, mostAsked)) {
      const team = await unlessRefused(client.team(teamId, { signal }))
      asked.add(teamId)
      if (team !== null) found.push(team)
    }
    return found
  }

  return async function pollTeams(signal: AbortSignal): Promise<void> {
    const startedAt = now()
    const { teams, complete } = await client.teams({ signal })
    const finishedAt = now()
    const firstDay = await firstReadDay(store, utcDate(startedAt))
    await store.write(async (tx) => {
      await tx.saveTeams({ teams, complete, at: startedAt })
      if (firstDay !== null) await followMeters(tx, teams, { firstDay, at: startedAt })
      const changed = teams.length
      await tx.recordPoll({ source: 'teams', startedAt, finishedAt, outcome: 'ok', changed })
    })
    const found = await askUnlisted(signal)
    if (found.length > 0)
      await store.write((tx) => tx.saveTeams({ teams: found, complete: false, at: now() }))
  }
}

/** Of days that have been read, all that is still booked is new: back to the oldest of them in a row. */
async function firstReadDay(store: Store, today: string): Promise<string | null> {
  const read = await store.coverage({ from: addDays(today, -2), to: today })
  const isRead = new Set(read.map(({ day }) => day))
  const days = [0, 1, 2].map((back) => addDays(today, -back))
  const unread = days.findIndex((day) => !isRead.has(day))
  return (unread === -1 ? days : days.slice(0, unread)).at(-1) ?? null
}

type WriteTx = Parameters<Parameters<Store['write']>[0]>[0]

/** Holds each team's own counter against what is booked for it. */
async function followMeters(
  tx: WriteTx,
  teams: readonly Team[],
  { firstDay, at }: { firstDay: string; at: number },
): Promise<void> {
  const meterOf = new Map(teams.map(({ teamId, spendUsd }) => [teamId, spendUsd]))
  const comparisons = []
  for (const { teamId, ledgerUsd, comparison, ...since } of await tx.teamsToCompare(firstDay)) {
    const meterUsd = meterOf.get(teamId) ?? null
    if (meterUsd === null) continue
    comparisons.push({
      ...since,
      teamId,
      comparison: compareSpend(comparison, { at, meterUsd, ledgerUsd }),
    })
  }
  await tx.saveComparisons(comparisons)
}

/** A team that the gateway does not know, or will not tell, stays without a name. */
async function unlessRefused(asking: Promise<Team>): Promise<Team | null> {
  const answers = ['not_found', 'forbidden', 'rejected', 'upstream', 'schema']
  try {
    return await asking
  } catch (error) {
    if (error instanceof LiteLLMError && answers.includes(error.kind)) return null
    throw error
  }
}

const noteDays = 7

/** The models and what they cost; and what that leaves open about the traffic of the last week. */
export function createPricesPoll({ client, store, now }: NamesDeps) {
  return async function pollPrices(signal: AbortSignal): Promise<DataNote[]> {
    const startedAt = now()
    const prices = await client.modelPrices({ signal })
    const finishedAt = now()
    await store.write(async (tx) => {
      await tx.savePrices({ prices, at: startedAt })
      const changed = prices.length
      await tx.recordPoll({ source: 'prices', startedAt, finishedAt, outcome: 'ok', changed })
    })
    const today = utcDate(finishedAt)
    const traffic = await store.matrix({ from: addDays(today, 1 - noteDays), to: today })
    return notePrices({ prices, used: traffic.map(({ model }) => model) })
  }
}
