import type { GatewaySimulator } from '@podium/gateway-simulator'
import type {
  DailyActivity,
  KeyInfo,
  LiteLLMAdmin,
  LiteLLMClient,
  ModelPrice,
  SpendLogPage,
  TeamList,
} from '../../../src/index.ts'
import { span, startsAt } from './world.ts'

export type Settled<T> = { value: T } | { error: unknown }

export interface Answers {
  activity: Settled<DailyActivity>
  teams: Settled<TeamList>
  prices: Settled<ModelPrice[]>
  /** Releases before 1.80.8 have none. */
  logs?: Settled<SpendLogPage>
  key: Settled<KeyInfo>
}

export interface Asking {
  client: LiteLLMClient
  admin: LiteLLMAdmin
}

/** Every question of a poll at once; what came back, or what it failed with. */
export async function askAll(
  { client, admin }: Asking,
  { profile, keys }: GatewaySimulator,
): Promise<Answers> {
  const hour = { from: new Date(startsAt), to: new Date(startsAt + 3_600_000), pageSize: 10 }
  const [activity, teams, prices, logs, key] = await Promise.all([
    settle(client.dailyActivity(span)),
    settle(client.teams()),
    settle(client.modelPrices()),
    profile.spendLogsRoute ? settle(client.spendLogs(hour)) : undefined,
    settle(admin.keyInfo(keys.team)),
  ])
  return { activity, teams, prices, key, ...(logs !== undefined && { logs }) }
}

export function errorsOf({ activity, teams, prices, logs, key }: Answers): unknown[] {
  const all: (Settled<unknown> | undefined)[] = [activity, teams, prices, logs, key]
  return all.flatMap((each) => (each !== undefined && 'error' in each ? [each.error] : []))
}

export function readyAnswers(answers: Answers): number {
  return Object.keys(answers).length - errorsOf(answers).length
}

async function settle<T>(call: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await call }
  } catch (error) {
    return { error }
  }
}
