import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { expect, inject, onTestFinished, test } from 'vitest'
import { startServer } from '../../src/http/server.ts'
import type { Served } from '../../src/http/served.ts'
import { runMain } from '../support/run-main.ts'

const connections = inject('isDeep') ? 600 : 60
const mostBytes = 400e6
const sampled = inject('isDeep') ? 60 : 15

/** A connection that sends these words and reads nothing. */
async function unread(port: number, words: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.pause()
  socket.write(words)
  return socket
}

function residentBytes(pid: number): number {
  const [, kilobytes] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

test(`${connections} connections that ask for files and read none take no memory from others`, async ({
  annotate,
}) => {
  const podium = runMain({ NODE_ENV: 'test' })
  const [, port = ''] = await podium.said(/http:\/\/127\.0\.0\.1:(\d+)/)
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  const file = '/api/v1/export/series.csv?range=24h&bucket=minute&by=team&top=50'
  await expect.poll(async () => (await (await ask(file)).text()).length).toBeGreaterThan(10_000)

  const words = Array.from(
    { length: 30 },
    (_, index) =>
      `GET ${file.replace('50', String(11 + index))} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
  ).join('')
  await Promise.all(Array.from({ length: connections }, () => unread(Number(port), words)))
  let most = 0
  let slowest = 0
  for (let time = 0; time < sampled; time += 1) {
    const asked = performance.now()
    expect((await ask('/healthz')).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - asked)
    most = Math.max(most, residentBytes(podium.pid))
    await sleep(200)
  }
  await annotate(
    `${connections} connections: ${Math.round(most / 1e6)} MB, slowest /healthz ${Math.round(slowest)} ms`,
  )
  expect(most).toBeLessThan(mostBytes)
  expect(slowest).toBeLessThan(5000)
  const waits = async () => {
    const answer = await ask(file)
    await answer.body?.cancel()
    return Number(answer.headers.get('retry-after'))
  }
  await expect.poll(waits).toBeGreaterThan(0)
})

/** A server whose answers are larger than what the system keeps for a connection. */
async function largeAnswers(idleMs: number) {
  const app = new Hono<Served>()
  let asked = 0
  app.get('/', (c) => {
    asked += 1
    return c.body(new Uint8Array(16 * 2 ** 20))
  })
  const given = { host: '127.0.0.1', port: 0, headers: {}, onRefused: () => undefined, idleMs }
  const server = await startServer(app, given)
  onTestFinished(() => server.close())
  return { port: Number(new URL(server.address).port), asked: () => asked }
}

const question = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'

test('a question is begun when the answer to the one before has been read', async () => {
  const { port, asked } = await largeAnswers(60_000)
  const socket = await unread(port, question.repeat(5))
  await expect.poll(asked).toBe(1)
  await sleep(100)
  expect(asked()).toBe(1)
  let heard = 0
  socket.on('data', (chunk: Buffer) => (heard += chunk.length)).resume()
  await expect.poll(asked).toBe(5)
  await expect.poll(() => heard).toBeGreaterThan(5 * 16 * 2 ** 20)
})

test('who sends many questions before reading any answer is cut off', async () => {
  const { port, asked } = await largeAnswers(60_000)
  const socket = await unread(port, question.repeat(100))
  await once(socket.resume(), 'close')
  expect(asked()).toBe(1)
})

test('a connection that reads nothing for a while is cut off', async () => {
  const { port } = await largeAnswers(300)
  const socket = await unread(port, question)
  await sleep(1500)
  let heard = 0
  socket.on('data', (chunk: Buffer) => (heard += chunk.length)).resume()
  await once(socket, 'close')
  expect(heard).toBeLessThan(16 * 2 ** 20)
})
