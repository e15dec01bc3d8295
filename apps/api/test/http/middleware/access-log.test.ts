import { expect, test } from 'vitest'
import { serveApp } from '../../support/serve-app.ts'
import { testApp } from '../../support/test-app.ts'

test('every answer has its id, its line and its time, whatever it is', async () => {
  const teams = () => Promise.reject(new Error('the store broke'))
  const { ask, lines, observed } = await testApp({ store: { teams } })
  const etag = (await ask('/assets/b-2.js')).headers.etag ?? ''
  const asked = [
    ['/', 200, '/*'],
    ['/healthz', 200, '/healthz'],
    ['/assets/b-2.js', 304, '/*', { 'if-none-match': etag }],
    ['/api/v1/board?colour=red', 400, '/api/v1/board'],
    ['/api/nothing', 404, '/*'],
    ['/healthz', 421, '/healthz', { host: 'evil.example.org' }],
    ['/api/v1/teams/t_x', 500, '/api/v1/teams/:id'],
  ] as const
  for (const [path, status, route, headers = {}] of asked) {
    const answer = await ask(path, { headers })
    expect(answer.status, path).toBe(status)
    const requestId = answer.headers['x-request-id']
    expect(requestId).toMatch(/^[\w-]{36}$/)
    expect(lines.at(-1)).toMatchObject({ requestId, method: 'GET', route, status })
    expect(observed.at(-1)).toMatchObject({ method: 'GET', route, status })
  }
  expect(observed).toHaveLength(asked.length + 1)
})

test('an answer that is kept is told like any other', async () => {
  const { ask, lines, observed } = await testApp()
  for (let times = 0; times < 3; times += 1) await ask('/tokens')
  expect(lines.map(({ route, status }) => [route, status])).toEqual([
    ['/tokens', 200],
    ['/tokens', 200],
    ['/tokens', 200],
  ])
  expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(3)
  expect(observed).toHaveLength(3)
})

test('a harmless id of the client is kept, another one is replaced', async () => {
  const { ask } = await testApp()
  const idOf = async (id: string) =>
    (await ask('/healthz', { headers: { 'x-request-id': id } })).headers['x-request-id']
  expect(await idOf('trace-1')).toBe('trace-1')
  for (const odd of ['a b', 'a'.repeat(65), 'a;b']) expect(await idOf(odd)).toMatch(/^[\w-]{36}$/)
})

test('over a connection the bytes and the end of the answer are told, and what is no HTTP, too', async () => {
  const { ask, lines, observed } = await serveApp()
  const { headers, text } = await ask('/api/v1/session')
  await expect.poll(() => lines.length).toBe(1)
  expect(lines[0]).toMatchObject({ requestId: headers['x-request-id'], route: '/api/v1/session' })
  expect(lines[0]?.bytes).toBeGreaterThan(text.length)
  const large = { 'x-much': 'a'.repeat(17_000) }
  const refused = await ask('/healthz', { headers: large })
  expect(refused.headers['x-request-id']).toMatch(/^[\w-]{36}$/)
  expect(lines[1]).toMatchObject({
    requestId: refused.headers['x-request-id'],
    method: 'OTHER',
    route: '/*',
    status: 431,
  })
  expect(observed).toHaveLength(2)
})
