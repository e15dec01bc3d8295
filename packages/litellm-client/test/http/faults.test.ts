import type { ServerResponse } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { clientOf, portOf, sendJson, startGateway } from '../support/gateway.ts'
import { rawAnswer, startRaw } from '../support/raw-server.ts'

const team = '[{"team_id":"red","team_alias":"Füchse"}]'
const v1 = { '/v2/team/list': 404 }

/** Serves `/team/list` only, so that one faulty answer is one failed call. */
function faulty(answer: (response: ServerResponse) => void) {
  return startGateway(({ path }, response) => {
    if (path in v1) sendJson(response, { detail: 'Not Found' }, 404)
    else answer(response)
  })
}

async function teamsOf(url: string, options = {}) {
  const { teams } = await clientOf(url, options).teams()
  return teams.map(({ alias }) => alias)
}

test.each([
  ['an HTML page', 'text/html', '<!doctype html><html>Sign in</html>', 'not_json'],
  ['nothing', 'application/json', '', 'not_json'],
  ['plain text', 'text/plain', 'Internal Server Error', 'not_json'],
  ['JSON that was cut', 'application/json', team.slice(0, -4), 'truncated'],
  ['a cut string', 'application/json', '[{"team_id":"re', 'truncated'],
  ['NaN', 'application/json', '[{"team_id":"red","spend":NaN}]', 'schema'],
  ['an infinite amount', 'application/json', '[{"team_id":"red","spend":1e999}]', 'schema'],
  ['a negative amount', 'application/json', '[{"team_id":"red","spend":-5}]', 'schema'],
  ['an absurd amount', 'application/json', '[{"team_id":"red","spend":"1e308"}]', 'schema'],
  ['an object for a list', 'application/json', '{"teams":null}', 'schema'],
  ['a team without id', 'application/json', '[{"team_alias":"red"}]', 'schema'],
])('%s is no answer', async (_, type, body, kind) => {
  const gateway = await faulty((response) =>
    response.writeHead(200, { 'content-type': type }).end(body),
  )
  await expect(teamsOf(gateway.url)).rejects.toMatchObject({ kind, route: '/team/list' })
})

test('an empty 204 is no answer', async () => {
  const gateway = await faulty((response) => response.writeHead(204).end())
  await expect(teamsOf(gateway.url)).rejects.toMatchObject({ kind: 'not_json' })
})

test('a byte order mark, a late head and broken UTF-8 are accepted', async () => {
  const body = Buffer.concat([
    Buffer.from('\ufeff[{"team_id":"red","team_alias":"Fü'),
    Buffer.from([0xff]),
    Buffer.from('chse"}]'),
  ])
  const gateway = await faulty((response) => response.writeHead(200).end(body))
  expect(await teamsOf(gateway.url)).toEqual(['Fü\ufffdchse'])
})

test('an answer is asked for without compression', async () => {
  const gateway = await faulty((response) => response.end(team))
  await teamsOf(gateway.url)
  expect(gateway.calls.map(({ headers }) => headers['accept-encoding'])).toEqual([
    'identity',
    'identity',
  ])
})

test.each([
  ['gzip', gzipSync(team)],
  ['br', brotliCompressSync(team)],
  ['compress', team],
])('%s is refused all the same', async (coding, body) => {
  const gateway = await faulty((response) =>
    response.writeHead(200, { 'content-encoding': coding }).end(body),
  )
  await expect(teamsOf(gateway.url)).rejects.toMatchObject({
    kind: 'corrupt',
    detail: 'compressed, although that was not asked for',
  })
})

test('a body shorter than announced is truncated', async () => {
  const server = await startRaw((socket) => socket.end(rawAnswer(['content-length: 400'], team)))
  await expect(teamsOf(server.url)).rejects.toMatchObject({ kind: 'truncated' })
})

test('chunks that stop without their end are truncated', async () => {
  const server = await startRaw((socket) =>
    socket.end(rawAnswer(['transfer-encoding: chunked'], '2\r\n[{\r\n')),
  )
  await expect(teamsOf(server.url)).rejects.toMatchObject({ kind: 'truncated' })
})

test('a connection that closes without an answer is a network failure', async () => {
  const server = await startRaw((socket) => socket.destroy())
  await expect(teamsOf(server.url)).rejects.toMatchObject({ kind: 'network' })
})

test.each(['HTTP/9 nonsense\r\n\r\n', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`])(
  'what is no HTTP, or has a head of 20 kB, is refused: %.20s',
  async (bytes) => {
    const server = await startRaw((socket) => socket.end(bytes))
    await expect(teamsOf(server.url)).rejects.toMatchObject({ kind: 'protocol' })
  },
)

test('a switch to another protocol is refused, and no call waits for ever', async () => {
  const server = await startRaw((socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h\r\n\r\n'),
  )
  await expect(teamsOf(server.url)).rejects.toMatchObject({
    kind: expect.stringMatching(/^(protocol|network)$/),
  })
})

test('trailers and an early hint do no harm', async () => {
  const chunked = `${Buffer.byteLength(team).toString(16)}\r\n${team}\r\n0\r\nx-checksum: 1\r\n\r\n`
  const server = await startRaw((socket, head) => {
    if (head.startsWith('GET /v2/'))
      return socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')
    socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n')
    return socket.end(rawAnswer(['transfer-encoding: chunked'], chunked))
  })
  expect(await teamsOf(server.url)).toEqual(['Füchse'])
})

test.each([
  ['never answers', () => undefined],
  ['never ends its head', (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\n')],
  ['drips its body', drip],
])('a server that %s runs into the deadline', async (_, answer) => {
  const server = await startRaw(answer)
  await expect(teamsOf(server.url, { deadlineMs: 400 })).rejects.toMatchObject({
    kind: 'timeout',
  })
})

test('a call that was called off says so, before and during', async () => {
  const server = await startRaw(drip)
  const client = clientOf(server.url)
  await expect(client.teams({ signal: AbortSignal.abort() })).rejects.toMatchObject({
    kind: 'aborted',
  })
  const caller = new AbortController()
  const reading = client.teams({ signal: caller.signal })
  setTimeout(() => caller.abort(new Error('a reason of its own')), 100)
  await expect(reading).rejects.toMatchObject({ kind: 'aborted' })
})

test('an answer beyond the cap is given up while it comes', async () => {
  const server = await startRaw((socket) => {
    socket.write(rawAnswer([]))
    flood(socket)
  })
  const reading = teamsOf(server.url, { maxBytes: 1_000_000 })
  await expect(reading).rejects.toMatchObject({ kind: 'too_large' })
})

test.each([302, 307])('a redirect (%i) is refused and names the host only', async (status) => {
  const other = await startGateway((_, response) => sendJson(response, []))
  const target = new URL('/team/list?token=secret', other.url)
  const gateway = await faulty((response) =>
    response.writeHead(status, { location: target.href }).end(),
  )
  const failure: unknown = await teamsOf(gateway.url).catch((error: unknown) => error)
  expect(failure).toMatchObject({ kind: 'redirect_refused', status, detail: `to ${target.host}` })
  expect(other.calls).toEqual([])
})

test('a redirect to a file or to nowhere is refused as well', async () => {
  for (const location of ['file:///etc/passwd', 'http://', '']) {
    const gateway = await faulty((response) => response.writeHead(302, { location }).end())
    await expect(teamsOf(gateway.url)).rejects.toMatchObject({
      kind: 'redirect_refused',
      detail: undefined,
    })
  }
})

test('a refused connection and an unknown host have kinds of their own', async () => {
  await expect(teamsOf(await closedUrl())).rejects.toMatchObject({
    kind: 'conn_refused',
    code: 'ECONNREFUSED',
  })
  await expect(teamsOf('http://gateway.invalid')).rejects.toMatchObject({ kind: 'dns' })
})

async function closedUrl(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

function drip(socket: Socket): void {
  socket.write(rawAnswer(['content-length: 100000']))
  const timer = setInterval(() => socket.write('['), 50)
  socket.on('close', () => clearInterval(timer))
}

function flood(socket: Socket): void {
  const block = Buffer.alloc(64 * 1024, 0x20)
  const more = () => {
    while (!socket.destroyed && socket.write(block));
  }
  socket.on('drain', more)
  more()
}
