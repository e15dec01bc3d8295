import { Hours, Matrix, Models } from '@podium/contracts'
import { expect, test } from 'vitest'
import { hoursRoute } from '../../../src/http/routes/hours.ts'
import { matrixRoute } from '../../../src/http/routes/matrix.ts'
import { modelsRoute } from '../../../src/http/routes/models.ts'
import { askRoute } from '../../support/ask-route.ts'
import { publicIds } from '../../support/asked.ts'
import { watchGateway } from '../../support/watched-gateway.ts'

const minuteMs = 60_000
const midnight = Date.parse('2026-11-20T00:00:00Z')

/** Half an hour, seen every minute, and what the gateway has stored of it for its teams. */
async function live() {
  const { simulator, store, now, ...watched } = await watchGateway({
    ...{ profile: '1.109', seed: 5, startsAt: midnight, historyDays: 0 },
  })
  await watched.pollTeams()
  await watched.pollPrices()
  for (let minute = 0; minute < 30; minute += 1) {
    watched.moveTo(midnight + 5000 + minute * minuteMs)
    await watched.pollActivity()
  }
  const rows = simulator.truth
    .readable()
    .filter(({ teamId }) => teamId !== '' && teamId !== 'litellm-dashboard')
  const deps = {
    store,
    publicIds,
    shadowPrices: new Map(),
    about: { pollSeconds: 60, historyDays: 0 },
  }
  const asked = (query: string) => ({ query, now: now() })
  return {
    truth: (keep: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(keep).reduce((sum, row) => sum + row.promptTokens + row.completionTokens, 0),
    teamIds: [...new Set(rows.map(({ teamId }) => teamId))],
    models: (query = '') => askRoute(modelsRoute(deps), Models, asked(query)),
    matrix: (query = '') => askRoute(matrixRoute(deps), Matrix, asked(query)),
    hours: (query = '') => askRoute(hoursRoute(deps), Hours, asked(query)),
  }
}

test('models, matrix and hours tell what the gateway counted, with every filter', async () => {
  const { truth, teamIds, models, matrix, hours } = await live()
  const all = await models()
  expect(all.totals.tokens).toBe(truth(() => true))
  for (const { model, usage } of all.models)
    expect(usage.tokens).toBe(truth((row) => row.modelGroup === model))

  const grid = await matrix()
  grid.teams.forEach(({ id }, line) => {
    grid.models.forEach((model, column) => {
      const counted = truth((row) => `t_${row.teamId}` === id && row.modelGroup === model)
      expect(grid.cells[line]?.[column] ?? 0).toBe(counted)
    })
  })

  const day = await hours()
  expect(day.cells[4]?.[0]).toBe(truth(() => true))
  expect(day.unplaced_total).toBe(0)
  expect(day.window.unplaced).toBeNull()

  const [teamId = ''] = teamIds
  const ofTeam = truth((row) => row.teamId === teamId)
  expect((await models(`team=t_${teamId}`)).totals.tokens).toBe(ofTeam)
  expect((await hours(`team=t_${teamId}`)).cells[4]?.[0]).toBe(ofTeam)
  const providers = new Set(all.models.flatMap(({ provider }) => provider ?? []))
  let sum = 0
  for (const provider of providers) sum += (await hours(`provider=${provider}`)).cells[4]?.[0] ?? 0
  expect(sum).toBe(truth(() => true))
})

test('in another zone the same traffic is at another hour of another day', async () => {
  const { truth, hours } = await live()
  const newYork = await hours('tz=America/New_York')
  expect(newYork.cells[3]?.[19]).toBe(truth(() => true))
  const kathmandu = await hours('tz=Asia/Kathmandu')
  const [five, six] = [kathmandu.cells[4]?.[5] ?? 0, kathmandu.cells[4]?.[6] ?? 0]
  expect(five).toBeGreaterThan(0)
  expect(five + six).toBe(truth(() => true))
})

test('what nobody has is refused by name', async () => {
  const { models, matrix, hours } = await live()
  await expect(models('team=t_nobody')).rejects.toMatchObject({ parameter: 'team' })
  await expect(matrix('model=none')).rejects.toMatchObject({ parameter: 'model' })
  await expect(hours('measure=score')).rejects.toMatchObject({ parameter: 'measure' })
  await expect(hours('colour=red')).rejects.toMatchObject({ parameter: 'colour' })
})
