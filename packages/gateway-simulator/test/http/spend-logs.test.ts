import { expect, test } from 'vitest'
import { z } from 'zod'
import { ask, startSimulator } from '../simulator.ts'

const hour = 'start_date=2026-11-20%2010:00:00&end_date=2026-11-20%2010:59:59'
const Logs = z.object({
  data: z.array(z.object({ startTime: z.string(), model_group: z.string(), team_id: z.string() })),
  total: z.number(),
  total_pages: z.number(),
})

function startBusy(profile: '1.78' | '1.81' | '1.109') {
  const { simulator, clock } = startSimulator({ profile })
  clock.hours(2)
  return simulator
}

test('the pages of an hour together are the requests that began in it', async () => {
  const simulator = startBusy('1.109')
  const pages: z.infer<typeof Logs>['data'][] = []
  for (let page = 1, more = true; more; page++) {
    const path = `/spend/logs/v2?${hour}&page=${page}&page_size=100&sort_by=startTime&sort_order=asc`
    const { data } = Logs.parse((await ask(simulator, path)).json)
    pages.push(data)
    more = data.length === 100
  }
  const logs = pages.flat()
  const began = simulator.truth
    .requests()
    .filter(({ request }) => request.startMs <= Date.parse('2026-11-20T10:59:59Z'))
  expect(logs.length).toBe(began.length)
  expect(logs.map((log) => log.startTime)).toEqual(logs.map((log) => log.startTime).toSorted())
})

test('who may read them, and how many at once, changes with the release', async () => {
  const statuses = async (profile: '1.78' | '1.81' | '1.109') => {
    const simulator = startBusy(profile)
    const { keys } = simulator
    const asked = [keys.master, keys.viewer, keys.member, keys.team].map(
      async (key) => (await ask(simulator, `/spend/logs/v2?${hour}`, { key })).status,
    )
    const large = await ask(simulator, `/spend/logs/v2?${hour}&page_size=1000`)
    return [...(await Promise.all(asked)), large.status]
  }
  expect(await statuses('1.78')).toEqual([404, 404, 404, 404, 404])
  expect(await statuses('1.81')).toEqual([200, 403, 401, 401, 422])
  expect(await statuses('1.109')).toEqual([200, 200, 200, 401, 200])
})

test('they alone know the true group of two names on one model', async () => {
  const { simulator, clock } = startSimulator({ profile: '1.81', load: 0, oddities: false })
  for (const model of ['Workshop/Large-EU', 'llama-3.3-70b']) {
    simulator.send({ key: simulator.keys.team, model, promptTokens: 10, completionTokens: 1 })
  }
  clock.seconds(60)
  const { data } = Logs.parse((await ask(simulator, `/spend/logs/v2?${hour}`)).json)
  expect(data.map((log) => log.model_group).sort()).toEqual(['Workshop/Large-EU', 'llama-3.3-70b'])
})
