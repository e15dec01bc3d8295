import { expect, test } from 'vitest'
import { z } from 'zod'
import { profileNames } from '../../src/index.ts'
import type { FaultName, ProfileName } from '../../src/index.ts'
import { ask, startSimulator } from '../simulator.ts'

const daily = '/team/daily/activity?start_date=2026-11-20&end_date=2026-11-20&page_size=1000'

const Activity = z.object({
  results: z.array(
    z.looseObject({ breakdown: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  ),
})

/** The same question without the fault and with it. */
async function askTwice(
  profile: ProfileName,
  fault: FaultName,
  path: string,
  caller: 'master' | 'team' = 'master',
) {
  const { simulator, clock } = startSimulator({ profile })
  clock.hours(3)
  const key = simulator.keys[caller]
  const genuine = await ask(simulator, path, { key })
  simulator.faults.inject(fault)
  return { genuine: genuine.json, changed: (await ask(simulator, path, { key })).json }
}

test.each(profileNames)('%s: extra fields are no extra teams, keys or models', async (profile) => {
  const { genuine, changed } = await askTwice(profile, 'extra-fields', daily)
  const [before, after] = [mapsOf(genuine), mapsOf(changed)]
  expect(after.map(([map, things]) => [map, Object.keys(things)])).toEqual(
    before.map(([map, things]) => [map, Object.keys(things)]),
  )
  const things = after.flatMap(([, each]) => Object.values(each))
  expect(things.length).toBeGreaterThan(20)
  for (const thing of things) expect(thing).toHaveProperty('brand_new_field')
})

/** Teams, keys, models …, each by id; the breakdown itself may have a field more. */
function mapsOf(json: unknown): [string, Record<string, unknown>][] {
  return Activity.parse(json).results.flatMap(({ breakdown }) =>
    Object.entries(breakdown).filter(([map]) => map !== 'brand_new_field'),
  )
}

test.each([
  ['alias', 'daily activity', daily],
  ['team_alias', 'a list of teams', '/v2/team/list'],
  ['key_alias', 'a key', '/key/info', 'team'],
  ['model_name', 'the price list', '/model/info'],
  ['model_group', 'the model groups', '/model_group/info'],
] as const)('invalid UTF-8 lies in one %s of %s', async (field, _, path, caller?: 'team') => {
  const { genuine, changed } = await askTwice('1.109', 'invalid-utf8', path, caller)
  const [before, after] = [JSON.stringify(genuine), JSON.stringify(changed)]
  const at = after.indexOf('\ufffd(\ufffd')
  expect(after.slice(0, at)).toMatch(new RegExp(`${field}":"$`))
  expect(after.slice(0, at) + after.slice(at + 3)).toBe(before)
})
