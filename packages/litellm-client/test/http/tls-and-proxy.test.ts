import { expect, test } from 'vitest'
import { clientOf, routes, startGateway } from '../support/gateway.ts'
import { startProxy } from '../support/proxy.ts'
import { authority, startSecure } from '../support/secure-server.ts'

const ready = routes({ '/health/readiness': { status: 'healthy', db: 'connected' } })

test("a gateway of one's own authority is trusted where its certificate is given", async () => {
  const gateway = await startSecure('loopback', ready)
  expect((await clientOf(gateway.url, { ca: authority }).readiness()).isReady).toBe(true)
})

test('the authority may stand among other text of its file', async () => {
  const gateway = await startSecure('loopback', ready)
  const ca = `# ours\n${authority}\n${authority}`
  expect((await clientOf(gateway.url, { ca }).readiness()).isReady).toBe(true)
})

test.each([
  ['self-signed', undefined, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['loopback', undefined, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['expired', authority, 'CERT_HAS_EXPIRED'],
  ['other-host', authority, 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const)('a certificate that is %s is not accepted', async (certificate, ca, code) => {
  const gateway = await startSecure(certificate, ready)
  await expect(clientOf(gateway.url, { ca }).readiness()).rejects.toMatchObject({
    kind: 'tls',
    code,
  })
})

test('http spoken to https, and https to http, have their kinds', async () => {
  const secure = await startSecure('loopback', ready)
  const plain = await startGateway(ready)
  const asPlain = clientOf(secure.url.replace('https', 'http')).readiness()
  await expect(asPlain).rejects.toMatchObject({ host: `127.0.0.1:${secure.port}` })
  const asSecure = clientOf(plain.url.replace('http', 'https')).readiness()
  await expect(asSecure).rejects.toMatchObject({ kind: 'tls' })
})

test('http goes through the proxy in its absolute form', async () => {
  const gateway = await startGateway(ready)
  const proxy = await startProxy()
  expect((await clientOf(gateway.url, { proxyUrl: proxy.url }).readiness()).isReady).toBe(true)
  expect(proxy.asked).toEqual([`GET ${gateway.url}/health/readiness`])
})

test('https goes through a tunnel of the proxy and is verified at its end', async () => {
  const gateway = await startSecure('loopback', ready)
  const proxy = await startProxy()
  const options = { proxyUrl: proxy.url, ca: authority }
  expect((await clientOf(gateway.url, options).readiness()).isReady).toBe(true)
  expect(proxy.asked).toEqual([`CONNECT 127.0.0.1:${gateway.port}`])
  const untrusted = clientOf(gateway.url, { proxyUrl: proxy.url }).readiness()
  await expect(untrusted).rejects.toMatchObject({ kind: 'tls' })
})

test('a proxy that refuses, or is not there, is told apart from the gateway', async () => {
  const gateway = await startSecure('loopback', ready)
  const proxy = await startProxy(407)
  const refused = clientOf(gateway.url, {
    proxyUrl: proxy.url.replace('//', '//user:pass-7f3a91c2d5@'),
  })
  await expect(refused.readiness()).rejects.toMatchObject({ kind: 'proxy' })
  const absent = clientOf(gateway.url, { proxyUrl: 'http://127.0.0.1:1' })
  await expect(absent.readiness()).rejects.toMatchObject({ kind: 'conn_refused' })
})

test('a proxy that asks for a password is told apart for plain http, too', async () => {
  const proxy = await startGateway((_, response) => {
    response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end()
  })
  const refused = clientOf('http://gateway.invalid', { proxyUrl: proxy.url })
  await expect(refused.readiness()).rejects.toMatchObject({ kind: 'proxy' })
})

test('no connection is kept, and none is left when the client is closed', async () => {
  const gateway = await startGateway(ready)
  const client = clientOf(gateway.url)
  await client.readiness()
  await client.readiness()
  expect(gateway.calls.map(({ headers }) => headers.connection)).toEqual(['close', 'close'])
  await client.close()
  await expect(client.readiness()).rejects.toMatchObject({ kind: 'network' })
})
