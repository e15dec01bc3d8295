import { profileNames, type ProfileName } from '@podium/gateway-simulator'
import { expect, test } from 'vitest'
import { publicIds } from '../../../support/asked.ts'
import { askCompat, sumsOf } from '../../../support/compat-answers.ts'
import { watchGateway } from '../../../support/watched-gateway.ts'

const minuteMs = 60_000
const midnight = Date.parse('2026-11-20T00:00:00Z')

type Watching = { profile?: ProfileName; minutes?: number }

/** Four teams, seen every minute. */
async function watchQuietly({ profile = '1.109', minutes = 10 }: Watching = {}) {
  const watched = await watchGateway({ profile, seed: 5, startsAt: midnight, historyDays: 0 })
  await watched.pollTeams()
  await watched.pollPrices()
  for (let minute = 0; minute < minutes; minute += 1) {
    watched.moveTo(midnight + 5000 + minute * minuteMs)
    await watched.pollActivity()
  }
  const ask = (query = 'start_date=2026-11-20&end_date=2026-11-20') =>
    askCompat({ store: watched.store, publicIds }, { query, now: watched.now() })
  return { ...watched, ask }
}

test.each(profileNames)(
  'release %s: what was watched has its hour, and nothing else',
  async (profile) => {
    const { simulator, ask } = await watchQuietly({ profile, minutes: 70 })
    const { hourly } = await ask()
    const arrived = new Map<number, number>()
    for (const { booking, flushedAtMs } of simulator.truth.requests()) {
      if (flushedAtMs === null || booking.teamId === '' || booking.teamId === 'litellm-dashboard')
        continue
      // The poll that finds it is the first one after the flush.
      const polled = Math.ceil((flushedAtMs - midnight - 5000) / minuteMs) * minuteMs + 5000
      const hour = Math.floor(polled / (60 * minuteMs))
      const { promptTokens, completionTokens } = booking.counters
      arrived.set(hour, (arrived.get(hour) ?? 0) + promptTokens + completionTokens)
    }
    expect(hourly.unattributed_tokens).toBe(0)
    expect(hourly.hours.filter(({ tokens }) => tokens > 0)).toEqual(
      [...arrived]
        .filter(([, tokens]) => tokens > 0)
        .map(([hour, tokens]) => ({ hour, tokens }))
        .toSorted((a, b) => a.hour - b.hour),
    )
  },
)

test('the hours of the teams are the hours of all, and each is found by name and by id', async () => {
  const { ask } = await watchQuietly()
  const range = 'start_date=2026-11-20&end_date=2026-11-20'
  const { tokens, hourly } = await ask()
  const hours = Array.from({ length: 24 }, () => 0)
  for (const { name, team_id, tokens: sum } of tokens.teams) {
    const byName = await ask(`${range}&${new URLSearchParams({ team: name }).toString()}`)
    const byId = await ask(`${range}&team=${team_id}`)
    expect(byId.hourly).toEqual(byName.hourly)
    for (const each of byId.hourly.hours) hours[each.hour] = (hours[each.hour] ?? 0) + each.tokens
    const placed = byId.hourly.hours.reduce((total, hour) => total + hour.tokens, 0)
    expect(placed + byId.hourly.unattributed_tokens).toBe(sum)
  }
  expect(hours).toEqual(hourly.hours.map((hour) => hour.tokens))
})

test('a team that nobody knows is refused by name', async () => {
  const { ask } = await watchQuietly()
  await expect(ask('team=nobody')).rejects.toMatchObject({ parameter: 'team' })
})

test('a range that has not been read has every team, nothing in it, and says so', async () => {
  const { ask } = await watchQuietly()
  const days = ['2026-11-16', '2026-11-17']
  const answers = await ask(`start_date=${String(days[0])}&end_date=${String(days[1])}`)
  expect(sumsOf(answers).tokens.leaderboard).toBe(0)
  expect(answers.tokens.teams.length).toBeGreaterThanOrEqual(4)
  expect(answers.timeseries.timeseries.map(({ date }) => date)).toEqual(days)
  expect(answers.models.models).toEqual([])
  expect(answers.costEfficiency.cells).toEqual([])
  for (const { coverage } of Object.values(answers))
    expect(coverage).toEqual({ start_date: days[0], end_date: days[1], missing: days })
})

test('a renamed team is one row under its new name, with all that it ever did', async () => {
  const { simulator, moveTo, now, pollTeams, pollActivity, ask, client } = await watchQuietly()
  const before = (await ask()).tokens.teams[0]
  const { teams } = await client.teams()
  const teamId = teams.find(({ alias }) => alias === before?.name)?.teamId ?? ''
  simulator.happen({ kind: 'rename team', teamId, alias: 'New Name' })
  moveTo(now() + minuteMs)
  await pollTeams()
  await pollActivity()
  const { tokens, timeseries, successRate, costEfficiency } = await ask()
  const after = tokens.teams.find(({ name }) => name === 'New Name')
  expect(after?.team_id).toBe(before?.team_id)
  expect(after?.tokens).toBeGreaterThanOrEqual(before?.tokens ?? Infinity)
  const named = [
    ...tokens.teams.map(({ name }) => name),
    ...timeseries.timeseries.flatMap((day) => day.teams.map(({ name }) => name)),
    ...successRate.teams.map(({ name }) => name),
    ...costEfficiency.cells.map(({ team }) => team),
  ]
  expect(named).not.toContain(before?.name)
})

test('a deleted team stays where it has traffic and leaves where it has none', async () => {
  const { simulator, moveTo, now, pollTeams, pollActivity, ask, client } = await watchQuietly()
  const before = (await ask()).tokens.teams[0]
  const { teams } = await client.teams()
  const teamId = teams.find(({ alias }) => alias === before?.name)?.teamId ?? ''
  simulator.happen({ kind: 'delete team', teamId })
  for (let minute = 0; minute < 3; minute += 1) {
    moveTo(now() + minuteMs)
    await pollTeams()
    await pollActivity()
  }
  const names = async (query?: string) => (await ask(query)).tokens.teams.map(({ name }) => name)
  expect(await names()).toContain(before?.name)
  expect(await names('start_date=2026-11-17&end_date=2026-11-18')).not.toContain(before?.name)
})

test('two teams with one alias are two rows with the same two names everywhere', async () => {
  const { simulator, pollTeams, ask, client } = await watchQuietly()
  const [first, second] = (await ask()).tokens.teams
  const { teams } = await client.teams()
  for (const twin of [first, second]) {
    const teamId = teams.find(({ alias }) => alias === twin?.name)?.teamId ?? ''
    simulator.happen({ kind: 'rename team', teamId, alias: 'Twins' })
  }
  await pollTeams()
  const answers = await ask()
  const twins = [first, second].map((twin) => `Twins (${String(twin?.team_id.slice(-4))})`)
  const isTwin = (name: string) => name.startsWith('Twins')
  const names = answers.tokens.teams.map(({ name }) => name).filter(isTwin)
  expect(names).toEqual(twins)
  const [day] = answers.timeseries.timeseries
  expect(day?.teams.map(({ name }) => name).filter(isTwin)).toEqual(twins)
  expect(answers.successRate.teams.map(({ name }) => name).filter(isTwin)).toEqual(twins)
  const cells = new Set(answers.costEfficiency.cells.map(({ team }) => team))
  expect([...cells].filter(isTwin)).toEqual(twins)
  const range = 'start_date=2026-11-20&end_date=2026-11-20'
  const { hourly } = await ask(
    `${range}&${new URLSearchParams({ team: twins[0] ?? '' }).toString()}`,
  )
  expect(hourly.hours.reduce((sum, hour) => sum + hour.tokens, 0)).toBe(first?.tokens)
  await expect(ask(`${range}&team=Twins`)).rejects.toMatchObject({ parameter: 'team' })
})
