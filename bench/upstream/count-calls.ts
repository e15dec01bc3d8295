import { createServer, request as ask } from 'node:http'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'

/** Passes everything on to a gateway and knows how often it was asked. */
export async function countCalls(gatewayUrl: string) {
  let calls = 0
  const server = createServer((incoming, outgoing) => {
    calls += 1
    const { method, headers, url = '/' } = incoming
    const passed = ask(new URL(url, gatewayUrl), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      void pipeline(answer, outgoing).catch(() => outgoing.destroy())
    })
    void pipeline(incoming, passed).catch(() => outgoing.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
