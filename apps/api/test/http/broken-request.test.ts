import { once } from 'node:events'
import { connect } from 'node:net'
import { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '@podium/contracts'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { createBrokenRequests } from '../../src/http/broken-request.ts'
import { startServer } from '../../src/http/server.ts'
import type { Served } from '../../src/http/served.ts'
import { serveApp } from '../support/serve-app.ts'

/** All that comes back for these words until the other side is done. */
async function say(address: string, words: string, then?: string): Promise<string> {
  const { port } = new URL(address)
  const socket = connect(Number(port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
  socket.write(words)
  if (then !== undefined) {
    await once(socket, 'data')
    socket.write(then)
  }
  await once(socket, 'close')
  return heard
}

function read(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const [line, ...headers] = head.split('\r\n')
  return {
    line,
    headers: headers.map((text) => text.toLowerCase()),
    body,
    problem: Problem.parse(JSON.parse(body)),
  }
}

test.each([
  ['what is no HTTP', 'hello?\r\n\r\n', '400 Bad Request'],
  ['a line that ends early', 'GET\r\n\r\n', '400 Bad Request'],
  [
    'two lengths',
    'GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    '400 Bad Request',
  ],
  ['a request without a host', 'GET / HTTP/1.1\r\n\r\n', '400 Bad Request'],
  [
    'too many headers',
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    '431 Request Header Fields Too Large',
  ],
])('%s is refused with a problem', async (_, words, status) => {
  const { address, faults } = await serveApp()
  const { line, headers, body, problem } = read(await say(address, words))
  expect(line).toBe(`HTTP/1.1 ${status}`)
  expect(problem.status).toBe(Number(status.slice(0, 3)))
  expect(headers).toContain('content-type: application/problem+json; charset=utf-8')
  expect(headers).toContain(`content-length: ${body.length}`)
  expect(headers).toContain('x-content-type-options: nosniff')
  expect(faults).toEqual([])
})

test('a body that was promised by its type alone is missed at once', async () => {
  const { address } = await serveApp()
  const lines = ['POST /api/v1/session HTTP/1.1', 'host: localhost', 'x-podium: 1']
  const words = [...lines, 'content-type: application/json', 'connection: close', '', '']
  const { line, problem } = read(await say(address, words.join('\r\n')))
  expect(line).toBe('HTTP/1.1 400 Bad Request')
  expect(problem.parameter).toBe('body')
})

test('what breaks off behind an answer that has begun gets no second one', async () => {
  const app = new Hono<Served>()
  app.get('/', (c) =>
    c.body(new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from('begun')) })),
  )
  const server = await startServer(app, {
    host: '127.0.0.1',
    port: 0,
    headers: {},
    onRefused: () => undefined,
  })
  onTestFinished(() => server.close())
  const words = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'
  const heard = await say(server.address, words, 'nonsense\r\n\r\n')
  expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1)
})

/** Where Node hands over a socket, and what is said to it. */
function socketOf() {
  let said = ''
  const socket = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _, done) => {
      said += chunk.toString()
      done()
    },
  })
  return { socket, said: () => said }
}

const broken = createBrokenRequests({ headers: {}, onRefused: () => undefined })
const failure = (code: string) => Object.assign(new Error(code), { code })

test.each([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['HPE_INVALID_METHOD', 400],
])('%s is %i', async (code, status) => {
  const { socket, said } = socketOf()
  broken.refuse(failure(code), socket, undefined)
  await once(socket, 'close')
  expect(read(said()).problem.status).toBe(status)
})

test('who has gone is told nothing', async () => {
  const { socket, said } = socketOf()
  socket.destroy()
  await once(socket, 'close')
  broken.refuse(failure('ECONNRESET'), socket, undefined)
  expect(said()).toBe('')
})

test.each([
  ['a length', 'content-length: 20\r\n\r\n{"token'],
  ['chunks', 'transfer-encoding: chunked\r\n\r\n7\r\n{"token\r\n'],
])('a body of %s that breaks off is no fault of ours', async (_, rest) => {
  const { address, faults, lines } = await serveApp()
  const head = 'POST /api/v1/session HTTP/1.1\r\nhost: localhost\r\nx-podium: 1\r\n'
  for (let time = 0; time < 5; time += 1) {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(`${head}content-type: application/json\r\n${rest}`)
    await sleep(20)
    socket.destroy()
  }
  await expect.poll(() => lines.length).toBeGreaterThanOrEqual(5)
  await sleep(20)
  expect(faults).toEqual([])
})
