import { expect, test } from 'vitest'
import { ask, startSimulator } from './simulator.ts'

const path = '/v2/team/list?page_size=100'

test('every kind of caller is answered as the genuine gateway answers it', async () => {
  const { simulator } = startSimulator({ profile: '1.81' })
  const { keys } = simulator
  const statuses = await Promise.all(
    [
      keys.master,
      keys.admin,
      keys.viewer,
      keys.member,
      keys.team,
      keys.unknown,
      keys.malformed,
      keys.expired,
      '',
    ].map(async (key) => (await ask(simulator, path, { key })).status),
  )
  expect(statuses).toEqual([200, 200, 200, 401, 401, 401, 401, 400, 401])
})

test('a viewer sees no team in the second list of old releases, and all of them in new ones', async () => {
  const old = startSimulator({ profile: '1.81' }).simulator
  const recent = startSimulator({ profile: '1.109' }).simulator
  expect(await ask(old, path, { key: old.keys.viewer })).toMatchObject({ json: { total: 0 } })
  expect(await ask(recent, path, { key: recent.keys.viewer })).toMatchObject({ json: { total: 5 } })
})

test('a viewer may not read daily activity in the oldest release, whatever is asked', async () => {
  const read = async (profile: '1.74' | '1.78', query: string) => {
    const { simulator } = startSimulator({ profile })
    return ask(simulator, `/team/daily/activity${query}`, { key: simulator.keys.viewer })
  }
  const dates = '?start_date=2026-11-20&end_date=2026-11-20'
  const refusal = {
    status: 403,
    json: {
      error: {
        message:
          'user not allowed to access this route, role= proxy_admin_viewer. Trying to access: /team/daily/activity',
        type: 'auth_error',
        param: 'None',
        code: '403',
      },
    },
  }
  expect(await read('1.74', dates)).toEqual(refusal)
  expect(await read('1.74', '?page=x')).toEqual(refusal)
  expect((await read('1.78', dates)).status).toBe(200)
})

test('an unknown key is refused with its hash up to 1.105, without it later', async () => {
  const old = startSimulator({ profile: '1.81' }).simulator
  const recent = startSimulator({ profile: '1.109' }).simulator
  const oldText = JSON.stringify((await ask(old, path, { key: old.keys.unknown })).json)
  const recentText = JSON.stringify((await ask(recent, path, { key: recent.keys.unknown })).json)
  expect(oldText).toMatch(/Key Hash \(Token\) =[0-9a-f]{64}/)
  expect(recentText).not.toMatch(/[0-9a-f]{64}/)
})
