import type { LiteLLMClient, TeamList } from '@podium/litellm-client'
import type { DayRange } from '../domain/span.ts'
import { minuteMs } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import type { Publish } from './create-publish.ts'
import { createActivityPoll } from './poll-activity.ts'
import { createPricesPoll, createTeamsPoll } from './poll-names.ts'
import type { Source } from './source.ts'

type GatewayDeps = {
  client: LiteLLMClient
  store: Store
  now: () => number
  pollMs: number
  historyDays: number
  wanted?: () => readonly DayRange[]
  publish: Publish
  onUntold?: (day: string, error: unknown) => void
}

/** The gateway as three sources: what was used, by whom, and at what price. */
export async function gatewaySources(deps: GatewayDeps): Promise<Source[]> {
  const { store, pollMs, publish } = deps
  const pollActivity = await createActivityPoll(deps)
  const pollTeams = createTeamsPoll(deps)
  const pollPrices = createPricesPoll(deps)
  let teamsEveryMs = pollMs
  const announceData = async () => publish({ kind: 'data', dataVersion: await store.dataVersion() })
  return [
    {
      name: 'activity',
      everyMs: () => pollMs,
      poll: (signal) =>
        pollActivity(
          signal,
          async (report) => {
            await publish({ kind: 'day', ...report })
            await announceData()
          },
          deps.onUntold,
        ),
    },
    {
      name: 'teams',
      everyMs: () => teamsEveryMs,
      poll: async (signal) => {
        teamsEveryMs = listEveryMs(await pollTeams(signal), pollMs)
        await announceData()
      },
    },
    {
      name: 'prices',
      everyMs: () => 10 * minuteMs,
      poll: async (signal) => {
        await publish({ kind: 'prices', notes: await pollPrices(signal) })
        await announceData()
      },
    },
  ]
}

/** The gateway's pages of teams. */
const teamsOfAPage = 100

/** One call a poll on the average; the list of old gateways comes whole, with all keys, and once a minute. */
function listEveryMs({ teams, source }: TeamList, pollMs: number): number {
  const slowestMs = Math.max(pollMs, minuteMs)
  if (source === 'v1') return slowestMs
  return Math.min(slowestMs, pollMs * Math.max(1, Math.ceil(teams.length / teamsOfAPage)))
}
