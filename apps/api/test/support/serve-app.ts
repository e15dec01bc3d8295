import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import { securityHeaders } from '../../src/http/security-headers.ts'
import { startServer } from '../../src/http/server.ts'
import { testApp, type Answered, type Asked, type Options } from './test-app.ts'

export type AskedFrom = Asked & {
  /** Another address than loopback's own, to come from elsewhere. */
  from?: string
}

/** The same app on a real port. */
export async function serveApp(options: Options = {}) {
  const made = await testApp(options)
  const { app, config, accessLog } = made
  const server = await startServer(app, {
    host: config.host,
    port: 0,
    headers: securityHeaders({ demo: true, publicUrl: config.site.publicUrl }),
    onRefused: accessLog.refused,
  })
  onTestFinished(() => server.close())
  const { port } = new URL(server.address)

  /** Says what `fetch` would not: any Host, any header, any path. */
  function ask(path: string, { method = 'GET', headers = {}, body, from }: AskedFrom = {}) {
    return new Promise<Answered>((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          headers,
          agent: false,
          ...(from !== undefined && { localAddress: from }),
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          )
        },
      )
      asking.on('error', reject)
      asking.end(body)
    })
  }
  const get = (path: string, headers = {}) => fetch(server.address + path, { headers })
  return { ...made, address: server.address, ask, get }
}
