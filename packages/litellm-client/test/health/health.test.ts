import { expect, test } from 'vitest'
import { clientOf, Refusal, routes, startGateway } from '../support/gateway.ts'

test.each([
  [{ status: 'connected', db: 'connected', litellm_version: '1.81.12' }, 'connected', '1.81.12'],
  [{ status: 'healthy', db: 'connected' }, 'connected', null],
  [{ status: 'healthy', db: 'disconnected' }, 'disconnected', null],
  [{ status: 'healthy', db: 'Not connected' }, 'none', null],
  [{ status: 'healthy' }, 'unknown', null],
  [{ status: 'healthy', db: 'connected', litellm_version: '<b>1</b>' }, 'connected', null],
])('readiness %j', async (body, database, version) => {
  const gateway = await startGateway(routes({ '/health/readiness': body }))
  expect(await clientOf(gateway.url).readiness()).toEqual({ isReady: true, database, version })
  expect(gateway.calls[0]?.headers.authorization).toBeUndefined()
})

test('a gateway that is not ready says so without failing', async () => {
  const gateway = await startGateway(
    routes({ '/health/readiness': new Refusal(503, { detail: 'Service Unhealthy' }) }),
  )
  const readiness = { isReady: false, database: 'unknown', version: null }
  expect(await clientOf(gateway.url).readiness()).toEqual(readiness)
})

test('the version is public, asked without the key, and may be withheld', async () => {
  const gateway = await startGateway(
    routes({ '/public/model_hub/info': { litellm_version: '1.109.1' } }),
  )
  expect(await clientOf(gateway.url).version()).toBe('1.109.1')
  expect(gateway.calls[0]?.headers.authorization).toBeUndefined()
  for (const refusal of [
    new Refusal(404, { detail: 'Not Found' }),
    new Refusal(401, 'x'),
    { docs_title: 'x' },
  ]) {
    const other = await startGateway(routes({ '/public/model_hub/info': refusal }))
    expect(await clientOf(other.url).version()).toBeNull()
  }
  const broken = await startGateway(routes({ '/public/model_hub/info': new Refusal(500, 'x') }))
  await expect(clientOf(broken.url).version()).rejects.toMatchObject({ kind: 'upstream' })
})
