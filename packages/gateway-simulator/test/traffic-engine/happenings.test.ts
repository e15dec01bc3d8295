import { expect, test } from 'vitest'
import { z } from 'zod'
import type { GatewaySimulator } from '../../src/index.ts'
import { ask, startSimulator } from '../simulator.ts'

const Entities = z.record(
  z.string(),
  z.object({
    metrics: z.object({ api_requests: z.number() }),
    metadata: z.record(z.string(), z.unknown()),
    api_key_breakdown: z.record(
      z.string(),
      z.object({ metadata: z.object({ team_id: z.string().nullable() }) }),
    ),
  }),
)
const Activity = z.object({
  results: z.array(z.object({ breakdown: z.object({ entities: Entities }) })),
})

async function readEntities(simulator: GatewaySimulator) {
  const range = 'start_date=2026-11-20&end_date=2026-11-21&page_size=20000'
  const { json } = await ask(simulator, `/team/daily/activity?${range}`)
  return Activity.parse(json).results[0]?.breakdown.entities ?? {}
}

/** Two silent teams, and the way to let one of their keys speak. */
function startQuiet() {
  const { simulator, clock } = startSimulator({ profile: '1.81', load: 0, oddities: false })
  const speak = () => {
    simulator.send({
      key: simulator.keys.team,
      model: 'gpt-5',
      promptTokens: 10,
      completionTokens: 1,
    })
    clock.seconds(60)
    simulator.advance(clock.now())
  }
  return { simulator, speak }
}

test('a moved key keeps its rows where they were, but is labelled with its new team', async () => {
  const { simulator, speak } = startQuiet()
  speak()
  const [before] = simulator.truth.rows()
  if (before === undefined) throw new Error('Nothing was sent')
  simulator.happen({ kind: 'move key', token: before.apiKey, teamId: 'the-other-team' })
  speak()
  const entities = await readEntities(simulator)
  expect(Object.keys(entities).sort()).toEqual([before.teamId, 'the-other-team'].sort())
  const labels = Object.values(entities).map(
    (entity) => entity.api_key_breakdown[before.apiKey]?.metadata.team_id,
  )
  expect(labels).toEqual(['the-other-team', 'the-other-team'])
})

test('a deleted team keeps its rows and loses its name', async () => {
  const { simulator, speak } = startQuiet()
  speak()
  const teamId = simulator.truth.rows()[0]?.teamId ?? ''
  simulator.happen({ kind: 'delete team', teamId })
  expect((await readEntities(simulator))[teamId]).toMatchObject({
    metrics: { api_requests: 1 },
    metadata: {},
  })
  expect(await ask(simulator, '/v2/team/list?status=deleted')).toMatchObject({
    json: { total: 1, teams: [{ team_id: teamId, deleted_by: 'default_user_id' }] },
  })
})

test('a deleted key that goes on is refused, and the failure belongs to no team', async () => {
  const { simulator, speak } = startQuiet()
  speak()
  const token = simulator.truth.rows()[0]?.apiKey ?? ''
  simulator.happen({ kind: 'delete key', token })
  speak()
  expect(await readEntities(simulator)).toMatchObject({
    Unassigned: { metrics: { api_requests: 1 } },
  })
})

test('two public names of one model are booked on the one that came first', () => {
  const { simulator, clock } = startSimulator({ profile: '1.109', load: 0, oddities: false })
  for (const model of ['Workshop/Large-EU', 'llama-3.3-70b']) {
    simulator.send({ key: simulator.keys.team, model, promptTokens: 10, completionTokens: 1 })
  }
  clock.seconds(60)
  simulator.advance(clock.now())
  expect(
    simulator.truth.sent().map(({ modelGroup, successes }) => [modelGroup, successes]),
  ).toEqual([
    ['Workshop/Large-EU', 1],
    ['llama-3.3-70b', 1],
  ])
  expect(
    simulator.truth.readable().map(({ modelGroup, successes }) => [modelGroup, successes]),
  ).toEqual([['Workshop/Large-EU', 2]])
})

test('an old release writes a hundred rows a flush and loses the others', () => {
  const lost = (['1.84', '1.99'] as const).map((profile) => {
    const { simulator, clock } = startSimulator({ profile, teams: 60, flushSeconds: 60 })
    clock.hours(1)
    simulator.advance(clock.now())
    const requests = (sums: { successes: number; failures: number }[]) =>
      sums.reduce((sum, cell) => sum + cell.successes + cell.failures, 0)
    const { truth } = simulator
    expect(requests(truth.readable()) + requests(truth.waiting()) + requests(truth.lost())).toBe(
      requests(truth.sent()),
    )
    return requests(truth.lost())
  })
  expect(lost[0]).toBeGreaterThan(100)
  expect(lost[1]).toBe(0)
})

test("a team's spend falls to zero when its budget begins anew", async () => {
  const startsAt = Date.parse('2026-11-20T22:00:00Z')
  const { simulator, clock } = startSimulator({ profile: '1.81', startsAt, oddities: false })
  const Teams = z.array(z.object({ budget_duration: z.string().nullable(), spend: z.number() }))
  const readDaily = async () => {
    const teams = Teams.parse((await ask(simulator, '/team/list')).json)
    return teams.find((team) => team.budget_duration === '1d')?.spend ?? 0
  }
  clock.seconds(7000)
  const before = await readDaily()
  clock.seconds(300)
  expect(before).toBeGreaterThan(0.01)
  expect(await readDaily()).toBeLessThan(before / 2)
})
