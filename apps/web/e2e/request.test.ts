import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isNothing } from '../src/api/guards.ts'
import { createPodium } from '../src/api/podium.ts'
import { createRequest } from '../src/api/request.ts'

let server: Server

async function answering(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  server = createServer(handle)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- it listens on TCP
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** What each answer has at the least. */
const everything = {
  version: '1',
  sources: [],
  history: {},
  rows: [],
  unranked: [],
  idle: [],
  teams: [],
  team: {},
  usage: {},
  keys: [],
  models: [],
  ways: [],
}
const never = new AbortController().signal
const json = (response: ServerResponse, body: unknown) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))

test('every question goes to its address, lists are repeated and nothing is asked for nothing', async () => {
  const asked: string[] = []
  const base = await answering((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
    if (request.method === 'DELETE') response.writeHead(204).end()
    else json(response, everything)
  })
  const api = createPodium(base)
  await api.status(never)
  await api.teams(never)
  const fields = ['team', 'usage.tokens'] as const
  await api.board({ measure: 'score', range: '1h', team: ['t_1', 't_2'], fields }, never)
  await api.team('t/1', { tz: 'Europe/Berlin' }, never)
  await api.nextLever('t_1', {}, never)
  await api.session()
  await api.signOut()
  expect(asked).toEqual([
    'GET /api/v1/status',
    'GET /api/v1/teams',
    'GET /api/v1/board?measure=score&range=1h&team=t_1&team=t_2&fields=team&fields=usage.tokens',
    'GET /api/v1/teams/t%2F1?tz=Europe%2FBerlin',
    'GET /api/v1/teams/t_1/next-lever',
    'GET /api/v1/session',
    'DELETE /api/v1/session',
  ])
})

test('a problem is told in its own sentence, with the parameter at fault', async () => {
  const base = await answering((_, response) =>
    response
      .writeHead(400, { 'content-type': 'application/problem+json; charset=utf-8' })
      .end(JSON.stringify({ status: 400, detail: 'range is not known.', parameter: 'range' })),
  )
  await expect(createRequest(base)('/x', isNothing)).rejects.toMatchObject({
    kind: 'refused',
    status: 400,
    message: 'range is not known.',
    parameter: 'range',
  })
})

test('401 asks for a token, and a proxy in between may answer with a page', async () => {
  const base = await answering((_, response) =>
    response.writeHead(401, { 'content-type': 'text/html' }).end('<h1>no</h1>'),
  )
  await expect(createRequest(base)('/x', isNothing)).rejects.toMatchObject({
    kind: 'sign-in',
    status: 401,
  })
})

test('no answer in time and no answer at all are two things', async () => {
  const base = await answering(() => undefined)
  await expect(createRequest(base, 50)('/x', isNothing)).rejects.toMatchObject({ kind: 'timeout' })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await expect(createRequest(base)('/x', isNothing)).rejects.toMatchObject({ kind: 'unreachable' })
})

test('a question that was called off is no failure of Podium', async () => {
  const base = await answering(() => undefined)
  const controller = new AbortController()
  const asked = createRequest(base)('/x', isNothing, { signal: controller.signal })
  controller.abort()
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
})

test('what is not an answer of Podium is not drawn', async () => {
  const bodies = [JSON.stringify({ rows: {}, unranked: [], idle: [] }), 'null', '<h1>Welcome</h1>']
  const base = await answering((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://x')
    response.end(bodies[Number(searchParams.get('range'))])
  })
  const board = (range: string) =>
    createPodium(base).board({ measure: 'tokens', fields: [], range }, never)
  for (const range of bodies.keys())
    await expect(board(String(range))).rejects.toMatchObject({ kind: 'unreachable', status: null })
})
