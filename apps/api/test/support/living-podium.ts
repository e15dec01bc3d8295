import { setTimeout as sleep } from 'node:timers/promises'
import { CompatLeaderboard, Status, Teams } from '@podium/contracts'
import { expect } from 'vitest'
import { eventually } from './eventually.ts'
import { runMain } from './run-main.ts'
import type { StoppableGateway } from './stoppable-gateway.ts'

/** The real program, asked as its viewers ask. */
export function startPodium(gateway: StoppableGateway, env: Record<string, string> = {}) {
  const podium = runMain({
    LITELLM_BASE_URL: gateway.url,
    LITELLM_API_KEY: gateway.masterKey,
    POLL_SECONDS: '1',
    HISTORY_DAYS: '1',
    ...env,
  })
  let isEnded = false
  void podium.ended.then(() => (isEnded = true))
  return {
    ...podium,
    isAlive: () => !isEnded,
    at: async (pattern = /Podium is at (http:\/\/\S+)\n/) => {
      const [, url = ''] = await podium.said(pattern)
      return asker(url, podium.output)
    },
  }
}

function asker(url: string, output: () => string) {
  const get = (path: string) =>
    fetch(url + path).catch((cause: unknown) => {
      throw new Error(`Podium does not answer; it said:\n${output()}`, { cause })
    })
  const status = async () => Status.parse(await (await get('/api/v1/status')).json())
  return {
    get,
    status,
    tokens: async () => {
      const answer = await get('/tokens')
      if (answer.status !== 200) return null
      const { teams } = CompatLeaderboard.parse(await answer.json())
      return teams.reduce((sum, team) => sum + team.tokens, 0)
    },
    teams: async () => Teams.parse(await (await get('/api/v1/teams')).json()).teams,
    isRead: () =>
      eventually(status, ({ store, data_version: version }) => store.state === 'ok' && version > 1),
  }
}

export type Asker = ReturnType<typeof asker>

/** It answers what it has, says in one sentence what is wrong, and counts everything in the end. */
export async function livesThrough(
  {
    podium,
    web,
    gateway,
  }: { podium: ReturnType<typeof startPodium>; web: Asker; gateway: StoppableGateway },
  { forSeconds, states, begin, end }: Injection,
): Promise<void> {
  await web.isRead()
  const told = podium.output().length
  await begin()
  await eventually(web.status, ({ store }) => states.includes(store.state))
  expect((await web.get('/healthz')).status).toBe(200)
  expect([200, 503]).toContain((await web.get('/tokens')).status)
  await sleep(forSeconds * 1000)
  expect(podium.isAlive()).toBe(true)
  await end()
  await eventually(web.status, ({ store }) => store.state === 'ok')
  gateway.stop()
  await eventually(web.tokens, (tokens) => tokens === gateway.tokens())
  const lines = podium.output().slice(told)
  expect(
    lines.match(/: what is known is still shown, and Podium tries again by itself\./g),
  ).not.toBeNull()
  expect(lines).toContain('The database answers again.\n')
  expect(lines).not.toMatch(/\n\s+at |Something failed/)
  expect(lines).not.toContain(gateway.masterKey)
}

export type Injection = {
  forSeconds: number
  states: readonly string[]
  begin: () => unknown
  end: () => unknown
}
