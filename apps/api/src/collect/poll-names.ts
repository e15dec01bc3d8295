import { LiteLLMError, type LiteLLMClient, type Team, type TeamList } from '@podium/litellm-client'
import type { DataNote } from '../ledger/data-note.ts'
import { notePrices } from '../ledger/note-prices.ts'
import { addDays, utcDate } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import { daysRead, followSpend } from './follow-spend.ts'

type NamesDeps = { client: LiteLLMClient; store: Store; now: () => number }

const mostAsked = 3

/** The teams as the gateway lists them, with their budgets; and a few that only activity has named. */
export function createTeamsPoll({ client, store, now, pollMs }: NamesDeps & { pollMs: number }) {
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

  return async function pollTeams(signal: AbortSignal): Promise<TeamList> {
    const startedAt = now()
    const list = await client.teams({ signal })
    const finishedAt = now()
    const { teams, complete } = list
    const before = (await store.lastPoll('teams'))?.startedAt ?? null
    const read = await daysRead(store, startedAt)
    await store.write(async (tx) => {
      await followSpend(tx, { ...list, at: startedAt, before }, { read, pollMs })
      await tx.saveTeams({ teams, complete, at: startedAt })
      const changed = teams.length
      await tx.recordPoll({ source: 'teams', startedAt, finishedAt, outcome: 'ok', changed })
    })
    const found = await askUnlisted(signal)
    if (found.length > 0)
      await store.write((tx) => tx.saveTeams({ teams: found, complete: false, at: now() }))
    return list
  }
}

/** A team that the gateway does not know, or will not tell, stays without a name. */
async function unlessRefused(asking: Promise<Team>): Promise<Team | null> {
  const answers = ['not_found', 'forbidden', 'viewer_refused', 'rejected', 'upstream', 'schema']
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
    return notePrices({ prices, used: traffic })
  }
}
