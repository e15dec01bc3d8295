import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { createCertificate } from './faults/certificate.ts'
import type { CertificateKind } from './faults/certificate.ts'
import type { GatewayEnvironment } from './http/gateway-environment.ts'

export interface ListenOptions {
  /** 0, the default, takes a free port. */
  port?: number
  host?: string
  /** Speaks HTTPS with a certificate of this kind. */
  tls?: CertificateKind
}

export interface Listening {
  url: string
  port: number
  /** With `tls`: what a client must trust, as PEM. */
  certificate: string | null
  close(): Promise<void>
}

/** Serves the app over HTTP; rejects with the server's own error when the port cannot be had. */
export async function listen(
  app: Pick<Hono<GatewayEnvironment>, 'fetch'>,
  { port = 0, host = '127.0.0.1', tls }: ListenOptions = {},
): Promise<Listening> {
  const certificate = tls === undefined ? null : createCertificate(tls, host, Date.now())
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(certificate !== null && { createServer, serverOptions: certificate }),
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  if (!isAddress(address)) throw new Error('The server has no TCP address')
  const authority = `${host.includes(':') ? `[${host}]` : host}:${address.port}`
  return {
    url: `${certificate === null ? 'http' : 'https'}://${authority}`,
    port: address.port,
    certificate: certificate?.cert ?? null,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}

/** An address where nothing listens: its port was free a moment ago. */
export async function findRefusingUrl(): Promise<string> {
  const nobody = await listen({ fetch: () => new Response() })
  await nobody.close()
  return nobody.url
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return address !== null && typeof address === 'object'
}
