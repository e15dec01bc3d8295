import { expect, test } from 'vitest'
import type { GatewaySimulator, ProfileName } from '../../src/index.ts'
import { startSimulator } from '../simulator.ts'

async function readStatuses({ app, keys }: GatewaySimulator): Promise<number[]> {
  const asked: (readonly [path: string, key: string])[] = [
    ['/v2/team/list', keys.master],
    ['/v2/team/list', keys.viewer],
    ['/model_group/info', keys.master],
    ['/health/readiness', ''],
  ]
  const answers = asked.map(async ([path, key]) =>
    app.request(path, { headers: { authorization: `Bearer ${key}` } }),
  )
  return (await Promise.all(answers)).map((answer) => answer.status)
}

test.each([
  ['1.81', [500, 401, 200, 200]],
  ['1.99', [500, 503, 200, 503]],
  ['1.109', [503, 503, 200, 503]],
] as const)(
  '%s without its database answers %j and recovers',
  async (profile: ProfileName, statuses) => {
    const { simulator } = startSimulator({ profile })
    simulator.happen({ kind: 'lose database' })
    expect(await readStatuses(simulator)).toEqual(statuses)
    simulator.happen({ kind: 'regain database' })
    expect(await readStatuses(simulator)).toEqual([200, 200, 200, 200])
  },
)
