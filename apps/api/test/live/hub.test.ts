import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect as connectSocket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { createHub, type Hub } from '../../src/live/hub.ts'
import { eventually } from '../support/eventually.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

async function serve(hub: Hub): Promise<(lastEventId?: string) => Promise<IncomingMessage>> {
  const server = createServer((request, response) => {
    const id = request.headers['last-event-id']
    if (!hub.connect(response, typeof id === 'string' ? id : undefined))
      response.writeHead(503).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => {
    hub.close()
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return (lastEventId) =>
    new Promise((resolve, reject) => {
      const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
      get({ host: '127.0.0.1', port, headers }, resolve).on('error', reject)
    })
}

function hubAt(dataVersion: () => number, maxClients?: number): Hub {
  return createHub({
    epoch: 'e1',
    hello: () => ({ version: '1', data_version: dataVersion() }),
    random: () => 0,
    ...(maxClients !== undefined && { maxClients }),
  })
}

/** Enough to fill whatever the system keeps for a socket. */
const published = 20_000

/** The names and ids of the first `count` events. */
async function events(stream: IncomingMessage, count: number): Promise<string[]> {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    const seen = text
      .split('\n\n')
      .slice(0, -1)
      .filter((event) => event.includes('event:'))
    if (seen.length >= count)
      return seen.map((event) => event.replaceAll(/\n(?:event|data): ?/g, ' '))
  }
  return []
}

const at = '2026-11-21T12:00:00.000Z'

test('a client is greeted and then told of every change', async () => {
  const hub = hubAt(() => 3)
  const connect = await serve(hub)
  const stream = await connect()
  hub.publish('data', { data_version: 4, at })
  expect(await events(stream, 2)).toEqual([
    'id: e1-0 hello {"version":"1","data_version":3}',
    `id: e1-1 data {"data_version":4,"at":"${at}"}`,
  ])
})

test('a client that comes back gets what it missed', async () => {
  const hub = hubAt(() => 2)
  const connect = await serve(hub)
  hub.publish('data', { data_version: 1, at })
  hub.publish('data', { data_version: 2, at })
  expect(await events(await connect('e1-1'), 2)).toEqual([
    `id: e1-2 data {"data_version":2,"at":"${at}"}`,
    'id: e1-2 hello {"version":"1","data_version":2}',
  ])
})

test.each(['e0-1', 'e1-99', 'garbage', 'e1-', 'e1--1'])(
  'the foreign id %s gets the hello alone',
  async (id) => {
    const hub = hubAt(() => 1)
    const connect = await serve(hub)
    hub.publish('data', { data_version: 1, at })
    expect(await events(await connect(id), 1)).toEqual([
      'id: e1-1 hello {"version":"1","data_version":1}',
    ])
  },
)

test('a full hub refuses', async () => {
  const connect = await serve(hubAt(() => 0, 1))
  await once(await connect(), 'data')
  expect((await connect()).statusCode).toBe(503)
})

test('closing says goodbye, and when to come back', async () => {
  const hub = hubAt(() => 0)
  const stream = await (await serve(hub))()
  hub.close()
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  expect(text).toContain('retry: 1000\n\nevent: bye')
})

test('a client that never reads costs next to nothing and is dropped; the others hear everything', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  cleanups.push(() => vi.useRealTimers())
  const hub = hubAt(() => 0)
  const responses: ServerResponse[] = []
  const server = createServer((_, response) => {
    responses.push(response)
    hub.connect(response, undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const silent = connectSocket({ port, host: '127.0.0.1' }).pause()
  silent.write('GET / HTTP/1.1\r\nHost: podium\r\n\r\n')
  cleanups.push(() => silent.destroy())
  await eventually(() => hub.clients() === 1)

  const other = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port }, resolve).on('error', reject)
  })
  let last = ''
  other.on('data', (chunk: Buffer) => (last = `${last}${String(chunk)}`.slice(-2000)))
  for (let index = 1; index <= published; index += 1) {
    hub.publish('data', { text: 'x'.repeat(2000), index })
    if (index % 20 === 0) await nextTurn()
  }
  await eventually(() => last.includes(`"index":${published}}`) || last.includes('hello'))
  const queued = responses.map((response) => response.writableLength)
  expect(Math.max(...queued)).toBeLessThan(128 * 1024)
  expect(responses[0]?.writableNeedDrain).toBe(true)

  vi.advanceTimersByTime(15_000)
  expect(hub.clients()).toBe(2)
  vi.advanceTimersByTime(15_000)
  await eventually(() => hub.clients() === 1)
  other.destroy()
})

test('a client that was too slow for a while is told where things stand', async () => {
  const hub = hubAt(() => 7)
  const stream = await (await serve(hub))()
  stream.pause()
  for (let index = 1; index <= published; index += 1) {
    hub.publish('data', { text: 'x'.repeat(2000), index })
    if (index % 20 === 0) await nextTurn()
  }
  let text = ''
  let bytes = 0
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    text = `${text}${String(chunk)}`.slice(-500)
  })
  stream.resume()
  await eventually(() => text.endsWith('event: hello\ndata: {"version":"1","data_version":7}\n\n'))
  expect(text).toContain('id: e1-20000\n')
  expect(bytes).toBeLessThan(published * 2000)
})

test('who may no longer come in is told goodbye with the next heartbeat, and nobody else', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  cleanups.push(() => vi.useRealTimers())
  const hub = hubAt(() => 0)
  let isOver = false
  const server = createServer((request, response) => {
    hub.connect(response, undefined, request.url === '/guest' ? () => isOver : undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => {
    hub.close()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const listen = (path: string) =>
    new Promise<{ text: string; isEnded: boolean }>((resolve, reject) => {
      get({ host: '127.0.0.1', port, path }, (stream) => {
        const heard = { text: '', isEnded: false }
        stream.on('data', (chunk: Buffer) => (heard.text += chunk.toString()))
        stream.on('end', () => (heard.isEnded = true))
        resolve(heard)
      }).on('error', reject)
    })
  const [guest, other] = await Promise.all([listen('/guest'), listen('/')])
  vi.advanceTimersByTime(15_000)
  await eventually(() => guest.text.includes('still here'))
  isOver = true
  vi.advanceTimersByTime(15_000)
  await eventually(() => guest.isEnded)
  expect(guest.text).toMatch(/\nevent: bye\ndata: \{\}\n\n$/)
  await eventually(() => hub.clients() === 1)
  expect(other).toMatchObject({ isEnded: false })
  expect(other.text).not.toContain('bye')
})

test('half a minute without news has its heartbeats', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  cleanups.push(() => vi.useRealTimers())
  const hub = hubAt(() => 0)
  const stream = await (await serve(hub))()
  let text = ''
  stream.on('data', (chunk: Buffer) => (text += String(chunk)))
  await eventually(() => text.includes('hello'))
  vi.advanceTimersByTime(30_000)
  await eventually(() => text.endsWith(': still here\n\n: still here\n\n'))
})
