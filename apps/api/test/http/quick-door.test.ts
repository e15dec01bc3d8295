import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import type { SignInMethod } from '../../src/access/visitor.ts'
import type { Admitted, Door } from '../../src/http/middleware/door.ts'
import { listen } from '../../src/http/server.ts'
import type { Served } from '../../src/http/routes/route.ts'

/** One connection to a server whose door counts how often it looks. */
async function knock(via: SignInMethod, isSlow = false) {
  let looks = 0
  const door: Door = () => {
    looks += 1
    const visitor = { role: 'viewer', via, address: '127.0.0.1', waitMs: 0 } as const
    const admitted: Admitted = { visitor, headers: { vary: 'Origin' } }
    return isSlow ? Promise.resolve(admitted) : admitted
  }
  const app = new Hono<Served>()
  app.all('*', (c) => c.text('here'))
  const server = await listen({ door, app }, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  const open = () => {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    return async (line: string, headers = '') => {
      socket.write(`${line} HTTP/1.1\r\nhost: podium\r\n${headers}\r\n`)
      await once(socket, 'data')
      return looks
    }
  }
  return { open }
}

test('a connection that repeats its words is looked at once', async () => {
  const say = (await knock('open')).open()
  expect(await say('GET /a')).toBe(1)
  expect(await say('GET /b')).toBe(1)
  expect(await say('GET /b', 'accept: */*\r\n')).toBe(2)
  expect(await say('GET /b')).toBe(3)
})

test('what is not plain reading, or long, is looked at each time', async () => {
  const say = (await knock('open')).open()
  expect(await say('GET /a')).toBe(1)
  expect(await say('OPTIONS /a')).toBe(2)
  expect(await say(`GET /${'a'.repeat(2000)}`)).toBe(3)
})

test('another connection is another visitor', async () => {
  const { open } = await knock('open')
  const [first, second] = [open(), open()]
  expect(await first('GET /a')).toBe(1)
  expect(await second('GET /a')).toBe(2)
})

test.each(['token', 'session', 'proxy'] as const)(
  'who came in by %s is judged each time: it may have ended',
  async (via) => {
    const say = (await knock(via)).open()
    await say('GET /a')
    expect(await say('GET /a')).toBe(2)
  },
)

test('a guess is judged each time, also where everybody may read', async () => {
  const say = (await knock('open')).open()
  await say('GET /a', 'authorization: Bearer guess\r\n')
  expect(await say('GET /a', 'authorization: Bearer guess\r\n')).toBe(2)
})

test('a door that had to wait is remembered, too', async () => {
  const say = (await knock('open', true)).open()
  await say('GET /a')
  expect(await say('GET /a')).toBe(1)
})
