import { expect, test } from 'vitest'
import { z } from 'zod'
import { profileNames } from '../../src/index.ts'
import type { ProfileName } from '../../src/index.ts'
import { ask, startSimulator } from '../simulator.ts'

const NewKey = z.object({ key: z.string(), token: z.string() })
const Info = z.object({ info: z.record(z.string(), z.unknown()) })

/** A gateway with a key that was deleted ten seconds after it was made. */
async function startWithDeletedKey(profile: ProfileName) {
  const { simulator, clock } = startSimulator({ profile, load: 0 })
  const body = { key_alias: 'gone', team_id: 'late' }
  const { key, token } = NewKey.parse((await ask(simulator, '/key/generate', { body })).json)
  const live = await ask(simulator, `/key/info?key=${token}`)
  clock.seconds(10)
  await ask(simulator, '/key/delete', { body: { keys: [key] } })
  clock.seconds(10)
  return { simulator, key, token, live }
}

test('a deleted key is still told by the newest release, as its archive keeps it', async () => {
  const { simulator, key, token, live } = await startWithDeletedKey('1.109')
  const before = Info.parse(live.json).info
  expect(before).toMatchObject({ key_alias: 'gone', team_id: 'late', status: 'active' })
  const references = ['jwt_key_mappings', 'litellm_organization_table', 'litellm_project_table']
  const dropped = [...references, 'policies']
  const kept = Object.entries(before).filter(([name]) => !dropped.includes(name))
  const end = {
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    org_id: null,
    status: 'deleted',
    deleted_at: '2026-11-20T10:00:10.000000+00:00',
    deleted_by: 'default_user_id',
    deleted_by_api_key: 'litellm_proxy_master_key',
    litellm_changed_by: null,
  }
  for (const asked of [key, token]) {
    expect(await ask(simulator, `/key/info?key=${asked}`)).toEqual({
      status: 200,
      json: { key: asked, info: { ...Object.fromEntries(kept), ...end } },
    })
  }
})

test('a key that has expired says so where keys have a status', async () => {
  const statusIn = async (profile: ProfileName) => {
    const { simulator } = startSimulator({ profile })
    const { json } = await ask(simulator, `/key/info?key=${simulator.keys.expired}`)
    return Info.parse(json).info['status']
  }
  expect(await statusIn('1.104')).toBeUndefined()
  expect(await statusIn('1.109')).toBe('expired')
})

test.each(profileNames.filter((name) => name !== '1.109'))(
  '%s does not know a deleted key',
  async (profile) => {
    const { simulator, token } = await startWithDeletedKey(profile)
    expect(await ask(simulator, `/key/info?key=${token}`)).toMatchObject({
      status: 404,
      json: { error: { type: 'not_found_error' } },
    })
  },
)

test.each(profileNames)('%s deletes a key only once and never heard of others', async (profile) => {
  const { simulator, token } = await startWithDeletedKey(profile)
  const again = await ask(simulator, '/key/delete', { body: { keys: [token] } })
  const unknown = await ask(simulator, `/key/info?key=${'0'.repeat(64)}`)
  expect([again.status, unknown.status]).toEqual([404, 404])
})

test('a deleted key is told to those only who might read it before', async () => {
  const { simulator, token } = await startWithDeletedKey('1.109')
  const path = `/key/info?key=${token}`
  const { viewer, member, team } = simulator.keys
  const replies = [viewer, member, team].map(async (key) => ask(simulator, path, { key }))
  expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 403, 403])
})
