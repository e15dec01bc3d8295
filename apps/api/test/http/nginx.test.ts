import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { serveApp } from '../support/serve-app.ts'
import { findNginx, startNginx } from '../support/start-nginx.ts'

const nginx = findNginx()
const env = {
  PUBLIC_URL: 'http://podium.example',
  TRUSTED_PROXIES: '127.0.0.1/32',
  VIEWER_TOKEN: 'a-viewer-of-this-test-1234567890',
}
const host = 'podium.example'
const known = { host, authorization: `Bearer ${env.VIEWER_TOKEN}` }

function ask(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: false }, resolve).on('error', reject).end()
  })
}

test('nginx is there to be tested with', () => {
  expect(nginx, 'install it: apt-get install nginx').not.toBeNull()
})

test.runIf(nginx !== null)(
  'a start that is open on this machine stays shut behind a proxy',
  async () => {
    const { address } = await serveApp({ env: { PUBLIC_URL: env.PUBLIC_URL } })
    const outside = await startNginx(nginx ?? '', address)
    expect((await ask(`${address}/tokens`, {})).statusCode).toBe(200)
    expect((await ask(`${outside}/tokens`, { host })).statusCode).toBe(401)
    expect((await ask(`${outside}/api/v1/live`, { host })).statusCode).toBe(401)
  },
)

test.runIf(nginx !== null)(
  'events pass at once, uncompressed, and a stream can come back',
  async () => {
    const { address, hub } = await serveApp({ env })
    const outside = await startNginx(nginx ?? '', address)
    const url = `${outside}/api/v1/live`
    const stream = await ask(url, { ...known, 'accept-encoding': 'gzip' })
    expect(stream.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' })
    expect(stream.headers['content-encoding']).toBeUndefined()
    expect(await next(stream)).toContain('event: hello')
    for (const version of [1, 2, 3]) {
      hub.publish('data', { data_version: version })
      expect(await next(stream)).toContain(`"data_version":${version}`)
    }
    stream.destroy()
    const back = await ask(url, { ...known, 'last-event-id': 'e-2' })
    expect(await next(back)).toContain('id: e-3\nevent: data')
    back.destroy()
  },
)

test.runIf(nginx !== null)('an answer and its tag pass unchanged', async () => {
  const { address } = await serveApp({ env })
  const outside = await startNginx(nginx ?? '', address)
  const first = await ask(`${outside}/openapi.json`, { ...known, 'accept-encoding': 'br' })
  expect(first.statusCode).toBe(200)
  const tokens = await ask(`${outside}/tokens`, known)
  const etag = tokens.headers.etag ?? ''
  const again = await ask(`${outside}/tokens`, { ...known, 'if-none-match': etag })
  expect(again.statusCode).toBe(304)
})

async function next(stream: IncomingMessage): Promise<string> {
  const [chunk] = await once(stream, 'data')
  return String(chunk)
}
