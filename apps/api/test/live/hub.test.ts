import { createServer, get, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { createHub, type Hub } from '../../src/live/hub.ts'

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
    hello: () => ({ version: '1', dataVersion: dataVersion() }),
    random: () => 0,
    ...(maxClients !== undefined && { maxClients }),
  })
}

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
  hub.publish({ dataVersion: 4, at })
  expect(await events(stream, 2)).toEqual([
    'id: e1-0 hello {"version":"1","dataVersion":3}',
    `id: e1-1 data {"dataVersion":4,"at":"${at}"}`,
  ])
})

test('a client that comes back gets what it missed', async () => {
  const hub = hubAt(() => 2)
  const connect = await serve(hub)
  hub.publish({ dataVersion: 1, at })
  hub.publish({ dataVersion: 2, at })
  expect(await events(await connect('e1-1'), 2)).toEqual([
    `id: e1-2 data {"dataVersion":2,"at":"${at}"}`,
    'id: e1-2 hello {"version":"1","dataVersion":2}',
  ])
})

test.each(['e0-1', 'e1-99', 'garbage', 'e1-', 'e1--1'])(
  'the foreign id %s gets the hello alone',
  async (id) => {
    const hub = hubAt(() => 1)
    const connect = await serve(hub)
    hub.publish({ dataVersion: 1, at })
    expect(await events(await connect(id), 1)).toEqual([
      'id: e1-1 hello {"version":"1","dataVersion":1}',
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
