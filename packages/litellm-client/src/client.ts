import { createActivityMemory } from './activity/activity-memory.ts'
import { type ActivityQuery, readDailyActivity } from './activity/daily-activity.ts'
import type { ActivityReader } from './activity/day-reading.ts'
import type { DailyActivity } from './activity/day-activity.ts'
import { type Readiness, readReadiness } from './health/readiness.ts'
import { askVersion } from './health/version.ts'
import { readSpendLogs, type SpendLogPage, type SpendLogWindow } from './logs/read-spend-logs.ts'
import type { ModelPrice } from './prices/model-price.ts'
import { type PriceMemory, readPrices } from './prices/read-prices.ts'
import { createConnection } from './settings/connection.ts'
import type { Cancellable, ConnectionOptions } from './settings/options.ts'
import { createTeamMemory, listTeams, type TeamList } from './teams/list-teams.ts'
import { readTeam } from './teams/read-team.ts'
import type { Team } from './teams/team.ts'

export interface LiteLLMClientOptions extends ConnectionOptions {
  /** A key that sees all teams: of a `proxy_admin_viewer` or of an administrator. */
  apiKey: string
}

/** The gateway's API under our names. It repeats and caches nothing: the caller decides when to ask. */
export interface LiteLLMClient {
  teams(options?: Cancellable): Promise<TeamList>
  /** One team by its id, also one that the list lacks; an unknown id is `not_found`. */
  team(teamId: string, options?: Cancellable): Promise<Team>
  dailyActivity(query: ActivityQuery): Promise<DailyActivity>
  modelPrices(options?: Cancellable): Promise<ModelPrice[]>
  spendLogs(window: SpendLogWindow): Promise<SpendLogPage>
  readiness(options?: Cancellable): Promise<Readiness>
  /** Null where the gateway does not report it. */
  version(options?: Cancellable): Promise<string | null>
  close(): Promise<void>
}

export function createLiteLLMClient({ apiKey, ...options }: LiteLLMClientOptions): LiteLLMClient {
  const http = createConnection(options, apiKey, 'apiKey')
  const teamMemory = createTeamMemory()
  const reader: ActivityReader = {
    http,
    memory: createActivityMemory(),
    async listTeamIds(signal) {
      const { teams } = await listTeams(http, teamMemory, signal)
      return teams.map(({ teamId }) => teamId)
    },
  }
  const priceMemory: PriceMemory = { infoRoute: '/model/info' }
  return {
    teams: ({ signal } = {}) => listTeams(http, teamMemory, signal),
    team: (teamId, { signal } = {}) => readTeam(http, teamId, signal),
    async dailyActivity(query) {
      // A member's key gets only a part of the activity, with status 200. Only the list of teams shows that.
      if (!teamMemory.isAdminView) await listTeams(http, teamMemory, query.signal)
      return readDailyActivity(reader, query)
    },
    modelPrices: ({ signal } = {}) => readPrices(http, priceMemory, signal),
    spendLogs: (window) => readSpendLogs(http, window),
    readiness: ({ signal } = {}) => readReadiness(http, signal),
    version: ({ signal } = {}) => askVersion(http, signal),
    close: () => http.close(),
  }
}
