import { expect, test } from 'vitest'
import { serveApp } from '../support/serve-app.ts'

const viewer = 'canary-viewer'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function venue() {
  let now = Date.parse('2026-11-21T12:00:00Z')
  const env = {
    VIEWER_TOKEN: viewer,
    BASIC_USERS: 'anna:canary-secret',
    TRUSTED_PROXIES: '127.0.0.9',
  }
  const { ask } = await serveApp({ env, now: () => now })
  const show = (headers: Record<string, string>, from: string) => ask('/tokens', { headers, from })
  const guess = async (times: number, from: string) => {
    const statuses = []
    for (let time = 0; time < times; time++)
      statuses.push((await show(bearer(`wrong-${time}`), from)).status)
    return statuses
  }
  return { ask, show, guess, wait: (ms: number) => (now += ms) }
}

test('the twenty-first wrong credential of a minute from one address is not looked at', async () => {
  const { show, guess, wait } = await venue()
  expect(new Set(await guess(20, '127.0.0.2'))).toEqual(new Set([401]))
  const late = await show(bearer('wrong'), '127.0.0.2')
  expect(late.status).toBe(429)
  expect(late.headers['retry-after']).toBe('3')
  expect((await show(bearer(viewer), '127.0.0.2')).status).toBe(429)
  expect((await show(bearer(viewer), '127.0.0.3')).status).toBe(200)
  wait(3000)
  expect((await show(bearer(viewer), '127.0.0.2')).status).toBe(200)
})

test('after sixty wrong ones from anywhere everybody else has one try, and a right one gives none back', async () => {
  const { show, guess, wait } = await venue()
  for (const host of [2, 3, 4]) {
    await guess(20, `127.0.0.${host}`)
    await show(bearer(viewer), '127.0.0.8')
  }
  expect(await guess(2, '127.0.0.5')).toEqual([401, 429])
  expect((await show(bearer(viewer), '127.0.0.6')).status).toBe(200)
  wait(2000)
  expect(await guess(1, '127.0.0.5')).toEqual([401])
})

test('the room behind the same address is not locked out', async () => {
  const { ask, show, guess } = await venue()
  const room = '127.0.0.2'
  const known = { authorization: `Basic ${Buffer.from('anna:canary-secret').toString('base64')}` }
  expect((await show(known, room)).status).toBe(200)
  const opened = await ask('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-podium': '1' },
    body: JSON.stringify({ token: viewer }),
    from: room,
  })
  const [cookie = ''] = opened.headers['set-cookie'] ?? []
  await guess(30, room)
  expect((await show(known, room)).status).toBe(200)
  expect((await show({ cookie: cookie.split(';')[0] ?? '' }, room)).status).toBe(200)
  expect((await ask('/', { from: room })).status).toBe(200)
})

test('an address that the client made up is not counted instead of its own', async () => {
  const { ask, guess } = await venue()
  await guess(20, '127.0.0.2')
  const of = async (from: string, forwarded: string) => {
    const headers = { ...bearer('wrong'), 'x-forwarded-for': forwarded }
    return (await ask('/tokens', { headers, from })).status
  }
  expect(await of('127.0.0.2', '198.51.100.7')).toBe(429)
  // The proxy appends the address that it saw: what stands left of it is the client's own invention.
  expect(await of('127.0.0.9', '198.51.100.7, 127.0.0.2')).toBe(429)
  expect(await of('127.0.0.9', '127.0.0.2, 198.51.100.7')).toBe(401)
})

test('tokens in sessions are counted, too', async () => {
  const { ask } = await venue()
  const statuses = []
  for (let time = 0; time < 21; time++) {
    const { status } = await ask('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-podium': '1' },
      body: JSON.stringify({ token: `wrong-${time}` }),
    })
    statuses.push(status)
  }
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401))
  expect(statuses[20]).toBe(429)
})
