import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { onTestFinished } from 'vitest'

/** A gateway whose every answer is noted, and which can be told to shout the key that it was shown. */
export async function echoingGateway(masterKey: string) {
  const simulator = createGatewaySimulator({
    profile: '1.81',
    seed: 7,
    teams: 3,
    startsAt: Date.now() - 3_600_000,
    now: Date.now,
    masterKey,
  })
  const gateway = await simulator.listen()
  const heard = { answers: '', echoes: 0, isEchoing: false }
  const server = createServer((request, response) => {
    const { authorization = '' } = request.headers
    if (heard.isEchoing) {
      heard.echoes += 1
      response.writeHead(500, { 'content-type': 'application/json', 'x-key': authorization })
      response.end(JSON.stringify({ error: { message: `no such key: ${authorization}` } }))
      return
    }
    void pass(request, gateway.url).then(({ status, text }) => {
      heard.answers += text
      response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await gateway.close()
  })
  const at = server.address()
  const url = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
  return { url, heard, faults: simulator.faults }
}

async function pass({ url = '', headers }: IncomingMessage, gateway: string) {
  const answer = await fetch(gateway + url, {
    headers: { authorization: headers.authorization ?? '' },
  })
  return { status: answer.status, text: await answer.text() }
}
