import { CompatLeaderboard, Status } from '@podium/contracts'
import { onTestFinished } from 'vitest'
import { eventually } from './eventually.ts'
import type { PostgresServer } from './postgres/postgres-server.ts'
import { runMain } from './run-main.ts'
import type { StoppableGateway } from './stoppable-gateway.ts'

const address = /Podium is at (http:\/\/127\.0\.0\.1:\d+)\n/

/** Two programs on one database, both given the same gateway; `start` adds one more. */
export async function startReplicas(
  server: PostgresServer,
  gateway: StoppableGateway,
  env: Record<string, string> = {},
) {
  const { url: databaseUrl, drop } = await server.createDatabase()
  onTestFinished(drop)
  const start = async () => {
    const podium = runMain({
      LITELLM_BASE_URL: gateway.url,
      LITELLM_API_KEY: gateway.masterKey,
      PODIUM_DATABASE_URL: databaseUrl,
      POLL_SECONDS: '1',
      HISTORY_DAYS: '1',
      ...env,
    })
    const [, url = ''] = await podium.said(address)
    const read = async (path: string): Promise<unknown> => (await fetch(url + path)).json()
    return {
      kill: podium.kill,
      url,
      read,
      status: async () => Status.parse(await read('/api/v1/status')),
      tokens: async () => {
        const { teams } = CompatLeaderboard.parse(await read('/tokens'))
        return teams.reduce((sum, team) => sum + team.tokens, 0)
      },
    }
  }
  const first = await start()
  await eventually(first.status, (status) => status.data_version > 0)
  return { first, second: await start(), start }
}
