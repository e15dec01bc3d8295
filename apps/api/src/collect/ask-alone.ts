import type { DayActivity, LiteLLMClient } from '@podium/litellm-client'
import { takeTurn, teamsToAsk } from '../ledger/teams-to-ask.ts'
import type { Store } from '../store/open-store.ts'

type Deps = { client: LiteLLMClient; store: Pick<Store, 'cellTotals'> }

/** Asks a few of the teams whose keys another team used as well: only they know their part. */
export function createAskAlone({ client, store }: Deps) {
  let lastAsked: string | null = null
  return async (activity: DayActivity, signal: AbortSignal): Promise<Map<string, DayActivity>> => {
    const own = new Map<string, DayActivity>()
    if (teamsToAsk(activity, []).length === 0) return own
    const { date } = activity
    const booked = await store.cellTotals({ from: date, to: date })
    for (const teamId of takeTurn(teamsToAsk(activity, booked), lastAsked)) {
      const query = { from: date, to: date, teamIds: [teamId], signal }
      const [alone] = (await client.dailyActivity(query)).days
      if (alone !== undefined) own.set(teamId, alone)
      lastAsked = teamId
    }
    return own
  }
}
