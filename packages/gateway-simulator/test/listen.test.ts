import { Agent, get } from 'node:https'
import { expect, test } from 'vitest'
import { findRefusingUrl } from '../src/index.ts'
import type { CertificateKind } from '../src/index.ts'
import { startSimulator } from './simulator.ts'

const { simulator } = startSimulator({ profile: '1.81' })

/** The status, or the code with which TLS gives up. */
async function reach(tls: CertificateKind, isTrusted: boolean): Promise<unknown> {
  const gateway = await simulator.listen({ tls })
  const agent = new Agent(
    isTrusted && gateway.certificate !== null ? { ca: gateway.certificate } : {},
  )
  try {
    return await new Promise((resolve) => {
      const request = get(`${gateway.url}/health/liveliness`, { agent }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      request.on('error', (error) => resolve('code' in error ? error.code : error.message))
    })
  } finally {
    agent.destroy()
    await gateway.close()
  }
}

test.each([
  ['self-signed', false, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['self-signed', true, 200],
  ['expired', true, 'CERT_HAS_EXPIRED'],
  ['wrong-host', true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const)('a certificate that is %s, trusted: %s, gives %s', async (tls, isTrusted, outcome) => {
  expect(await reach(tls, isTrusted)).toBe(outcome)
})

test('a gateway that is not there refuses the connection', async () => {
  const url = await findRefusingUrl()
  await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
})

test('a port that is taken is an error of the caller, not a crash', async () => {
  const first = await simulator.listen()
  await expect(simulator.listen({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await first.close()
})
