import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { portOf } from './gateway.ts'

/** A server that writes bytes, whatever they are, to everyone who has sent something. */
export async function startRaw(answer: (socket: Socket, head: string) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', (head) => answer(socket, head.toString('latin1')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `http://127.0.0.1:${port}`, port, sockets }
}

/** An answer of raw HTTP: head lines, then the body as it is. */
export function rawAnswer(lines: readonly string[], body: string | Uint8Array = ''): Buffer {
  const head = `${['HTTP/1.1 200 OK', 'content-type: application/json', ...lines].join('\r\n')}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(body)])
}
