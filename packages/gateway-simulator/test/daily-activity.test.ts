import { describe, expect, test } from 'vitest'
import { noCounters, profileNames } from '../src/index.ts'
import { ask, startSimulator } from './simulator.ts'

const range = 'start_date=2026-11-20&end_date=2026-11-21'

describe('daily activity', () => {
  test.each(profileNames)('%s answers with exactly the rows that are flushed', async (profile) => {
    const { simulator, clock } = startSimulator({ profile })
    clock.hours(3)
    const body = await ask(simulator, `/team/daily/activity?${range}&page_size=20000`)
    const truth = simulator.truth.readable()
    const requests = truth.reduce((sum, cell) => sum + cell.successes + cell.failures, 0)
    const prompt = truth.reduce((sum, cell) => sum + cell.promptTokens, 0)
    expect(requests).toBeGreaterThan(500)
    expect(body).toMatchObject({
      status: 200,
      json: {
        results: [{ date: '2026-11-20' }],
        metadata: {
          total_api_requests: requests,
          total_prompt_tokens: prompt,
          page: 1,
          total_pages: 1,
          has_more: false,
        },
      },
    })
  })

  test('the rows do not depend on who asks and how often', async () => {
    const silent = startSimulator({ profile: '1.81' })
    const busy = startSimulator({ profile: '1.81' })
    for (let minute = 0; minute < 60; minute++) {
      busy.clock.seconds(61.7)
      await ask(busy.simulator, `/team/daily/activity?${range}`)
    }
    silent.clock.seconds(60 * 61.7)
    silent.simulator.advance(silent.clock.now())
    expect(busy.simulator.truth.rows()).toEqual(silent.simulator.truth.rows())
    expect(silent.simulator.truth.rows().length).toBeGreaterThan(30)
  })

  test('nothing is readable before the first flush', () => {
    const { simulator, clock } = startSimulator({ profile: '1.109', flushSeconds: 60 })
    clock.seconds(50)
    simulator.advance(clock.now())
    expect(simulator.truth.waiting().length).toBeGreaterThan(0)
    expect(simulator.truth.readable()).toEqual([])
    clock.seconds(20)
    simulator.advance(clock.now())
    expect(simulator.truth.readable().length).toBeGreaterThan(0)
  })
})

test('rows that nobody sent are served like the others', async () => {
  const { simulator } = startSimulator({ profile: '1.109', load: 0, oddities: false })
  simulator.store([
    {
      date: '2026-01-01',
      teamId: 'team',
      apiKey: 'key',
      model: 'openai/gpt-5',
      provider: 'openai',
      endpoint: '/chat/completions',
      modelGroup: 'gpt-5',
      counters: { ...noCounters(), promptTokens: 7, successes: 1 },
    },
  ])
  const path = '/team/daily/activity?start_date=2026-01-01&end_date=2026-01-01'
  expect(await ask(simulator, path)).toMatchObject({
    json: { results: [{ date: '2026-01-01', metrics: { prompt_tokens: 7, api_requests: 1 } }] },
  })
})
