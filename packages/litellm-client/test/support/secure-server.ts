import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { onTestFinished } from 'vitest'
import { type Handler, portOf } from './gateway.ts'

const read = (name: string) =>
  readFileSync(new URL(`certificates/${name}`, import.meta.url), 'utf8')

export const authority = read('authority.pem')

export type CertificateName = 'loopback' | 'other-host' | 'expired' | 'self-signed'

/** A gateway behind TLS on loopback. */
export async function startSecure(certificate: CertificateName, handler: Handler) {
  const tls = { key: read('server.key'), cert: read(`${certificate}.pem`) }
  const server = createServer(tls, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://gateway')
    const query = Object.fromEntries(url.searchParams)
    handler(
      { method: request.method ?? '', path: url.pathname, query, headers: request.headers },
      response,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const port = portOf(server.address())
  return { url: `https://127.0.0.1:${port}`, port }
}
