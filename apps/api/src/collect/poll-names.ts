import type { LiteLLMClient } from '@podium/litellm-client'
import type { DataNote } from '../ledger/data-note.ts'
import { notePrices } from '../ledger/note-prices.ts'
import { addDays, utcDate } from '../ledger/utc-day.ts'
import type { Store } from '../store/open-store.ts'

type Deps = { client: LiteLLMClient; store: Store; now: () => number }

/** The teams as the gateway lists them, with their budgets. */
export function createTeamsPoll({ client, store, now }: Deps) {
  return async function pollTeams(signal: AbortSignal): Promise<void> {
    const startedAt = now()
    const { teams, complete } = await client.teams({ signal })
    const finishedAt = now()
    await store.write(async (tx) => {
      await tx.saveTeams({ teams, complete, at: startedAt })
      const changed = teams.length
      await tx.recordPoll({ source: 'teams', startedAt, finishedAt, outcome: 'ok', changed })
    })
  }
}

const noteDays = 7

/** The models and what they cost; and what that leaves open about the traffic of the last week. */
export function createPricesPoll({ client, store, now }: Deps) {
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
