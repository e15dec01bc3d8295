import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Role } from '../../src/access/visitor.ts'
import { createAnswering } from '../../src/http/cache/answer-question.ts'
import { createAnswers } from '../../src/http/cache/answer-cache.ts'
import type { Door } from '../../src/http/middleware/door.ts'
import { createFront } from '../../src/http/front.ts'
import { listen } from '../../src/http/server.ts'
import { notFound } from '../../src/http/problem.ts'
import { answerRoute, type Served } from '../../src/http/routes/route.ts'
import { watchRequests } from '../../src/http/middleware/access-log.ts'
import { createHttpStats } from '../../src/telemetry/http-stats.ts'

type World = {
  version: number
  now: number
  until: number | null
  text: string
  role: Role
  waitMs: number
  asked: number
}

/** A server whose one route is asked as often as the front lets it. */
async function serve() {
  const world: World = {
    until: null,
    role: 'viewer',
    version: 1,
    now: 1000,
    text: 'first '.repeat(400),
    waitMs: 0,
    asked: 0,
  }
  const route = answerRoute({
    path: '/words',
    access: 'viewer',
    tag: 'test',
    summary: 'Words',
    params: z.object({}),
    query: z.strictObject({ of: z.string().optional() }),
    answer: z.unknown(),
    plan: ({ query: { of = 'all' } }) => {
      world.asked += 1
      const text = of === 'short' ? 'short' : world.text
      const read = () => Promise.resolve(of === 'none' ? null : { text, role: world.role })
      return { question: of, until: world.until, days: null, read }
    },
  })
  const ofDays = () => Promise.resolve('')
  const desk = createFront({ version: () => world.version, now: () => world.now })
  const answer = createAnswering({
    answers: createAnswers({ all: () => world.version, ofDays }),
    remember: desk.remember,
    now: () => world.now,
  })
  const app = new Hono<Served>()
  app.get('/words', (c) => answer(c, route))
  app.notFound(notFound)
  const headers = { vary: 'Origin', 'x-content-type-options': 'nosniff' }
  const door: Door = () => ({
    visitor: { role: world.role, via: 'open', address: '127.0.0.1', waitMs: world.waitMs },
    headers,
  })
  const stats = createHttpStats()
  const log = { request: () => undefined, ready: null }
  const watch = watchRequests({ stats, routes: app.routes, log })
  const chain = { door, front: desk.front, watch, app }
  const server = await listen(chain, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  /** How many answers there were of each kind. */
  const counted = () =>
    Object.fromEntries(
      stats
        .families()
        .flatMap((family) => (family.type === 'counter' ? family.samples : []))
        .map(({ labels, value }) => [`${labels['method']} ${labels['status']}`, value]),
    )
  const ask = (path: string, options: Asking = {}) =>
    new Promise<Asked>((resolve, reject) => {
      const sent = request(server.address + path, { agent: false, ...options }, (response) => {
        void read(response).then(resolve, reject)
      })
      sent.on('error', reject).end()
    })
  return { world, ask, counted }
}

type Asking = { method?: string; headers?: Record<string, string>; agent?: Agent }

type Asked = { status: number | undefined; headers: IncomingMessage['headers']; body: Buffer }

async function read(response: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(response, 'end')
  const headers = { ...response.headers }
  delete headers.date
  delete headers['x-request-id']
  return { status: response.statusCode, headers, body: Buffer.concat(chunks) }
}

const br = { headers: { 'accept-encoding': 'gzip, br' } }

test('the second answer is the first one, byte for byte, and no route is asked for it', async () => {
  const { world, ask } = await serve()
  const first = await ask('/words', br)
  const second = await ask('/words', br)
  expect(second).toEqual(first)
  expect(world.asked).toBe(1)
  expect(first.headers).toMatchObject({
    vary: 'Origin, Accept-Encoding',
    'cache-control': 'private, no-cache',
    'content-type': 'application/json; charset=utf-8',
    'content-encoding': 'br',
    'content-length': String(first.body.length),
    'x-content-type-options': 'nosniff',
  })
  expect(JSON.parse(brotliDecompressSync(first.body).toString())).toEqual({
    text: world.text,
    role: 'viewer',
  })
})

test('each coding has its tag, and what is short goes as it is', async () => {
  const { ask } = await serve()
  const tags = new Set<unknown>()
  for (const accept of ['br', 'gzip', 'identity'])
    for (let times = 0; times < 2; times += 1) {
      const { headers } = await ask('/words', { headers: { 'accept-encoding': accept } })
      expect(headers['content-encoding'] ?? 'identity').toBe(accept)
      tags.add(headers.etag)
    }
  expect(tags.size).toBe(3)
  for (let times = 0; times < 2; times += 1) {
    const { headers, body } = await ask('/words?of=short', br)
    expect(headers['content-encoding']).toBeUndefined()
    expect(body.toString()).toBe('{"text":"short","role":"viewer"}')
  }
})

test('who has it is told that nothing changed, by the routes and by the front alike', async () => {
  const { world, ask } = await serve()
  const { headers } = await ask('/words', br)
  const etag = headers.etag ?? ''
  world.version = 2
  for (const known of [etag, `"other", W/${etag}`, '*']) {
    const again = await ask('/words', { headers: { ...br.headers, 'if-none-match': known } })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect(again.headers).toMatchObject({ etag, vary: 'Origin, Accept-Encoding' })
    expect(again.headers['content-length']).toBeUndefined()
  }
  expect(world.asked).toBe(2)
  const plain = await ask('/words', { headers: { 'if-none-match': etag } })
  expect(plain.status).toBe(200)
})

test('HEAD says what GET says, without the body', async () => {
  const { world, ask } = await serve()
  for (let times = 0; times < 2; times += 1) {
    const head = await ask('/words', { method: 'HEAD', ...br })
    const { body, ...full } = await ask('/words', br)
    expect(head).toEqual({ ...full, body: Buffer.alloc(0) })
    expect(Number(head.headers['content-length'])).toBe(body.length)
  }
  expect(world.asked).toBe(1)
})

test('new data, or a window that moved on, is asked for again', async () => {
  const { world, ask } = await serve()
  world.until = 2000
  await ask('/words', br)
  world.now = 1999
  await ask('/words', br)
  expect(world.asked).toBe(1)
  world.now = 2000
  world.until = 3000
  await ask('/words', br)
  expect(world.asked).toBe(2)
  world.version = 2
  world.text = 'second '.repeat(400)
  const { body } = await ask('/words', br)
  expect(brotliDecompressSync(body).toString()).toContain('second')
  expect(world.asked).toBe(3)
})

test('a connection that repeats its words is answered as anybody, and counted', async () => {
  const { world, ask, counted } = await serve()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const say = (path: string, method = 'GET') => ask(path, { ...br, method, agent })
  const short = '/words?of=short'
  for (let times = 0; times < 3; times += 1) {
    expect((await say(short)).body.toString()).toBe('{"text":"short","role":"viewer"}')
    const head = await say(short, 'HEAD')
    expect([head.headers['content-length'], head.body.length]).toEqual(['32', 0])
    expect(brotliDecompressSync((await say('/words')).body).toString()).toContain('first')
  }
  expect(world.asked).toBe(2)
  expect(counted()).toEqual({ 'GET 200': 6, 'HEAD 200': 3 })

  world.until = 2000
  world.version = 2
  await say(short)
  await say(short)
  expect(world.asked).toBe(3)
  world.now = 2000
  await say(short)
  expect(world.asked).toBe(4)
  world.role = 'admin'
  const fresh = await ask(short, br)
  expect(fresh.body.toString()).toContain('admin')
  expect(counted()).toEqual({ 'GET 200': 10, 'HEAD 200': 3 })
})

test('nobody is given what was answered to another role, or to a guesser', async () => {
  const { world, ask } = await serve()
  world.role = 'admin'
  const secret = await ask('/words?of=short')
  expect(secret.body.toString()).toContain('admin')
  world.role = 'viewer'
  expect((await ask('/words?of=short')).body.toString()).toContain('viewer')
  world.waitMs = 10
  await ask('/words?of=short')
  expect(world.asked).toBe(3)
})

test('refusals, misses and other methods are never kept', async () => {
  const { world, ask } = await serve()
  for (let times = 0; times < 2; times += 1) {
    expect((await ask('/words?of=none')).status).toBe(404)
    expect((await ask('/words?unknown=1')).status).toBe(400)
    const none = { headers: { 'accept-encoding': 'identity;q=0, br;q=0, gzip;q=0' } }
    expect((await ask('/words', none)).status).toBe(406)
    expect((await ask('/words', { method: 'POST' })).status).toBe(404)
  }
  await ask('/words')
  expect((await ask('/words', { method: 'POST' })).status).toBe(404)
  expect(world.asked).toBe(2 + 2 + 1)
})
