// The limit of the fan-out: bare sockets, each of which is written the same event, and nothing else.
import { createServer, type Socket } from 'node:net'
import { z } from 'zod'

const Order = z.object({ publish: z.int() })

const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n: hello\n\n'
const sockets = new Set<Socket>()

const server = createServer((socket) => {
  socket.once('data', () => {
    sockets.add(socket)
    socket.write(head)
  })
  socket.on('close', () => sockets.delete(socket))
  // Who listens ends with the measure.
  socket.on('error', () => socket.destroy())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('message', (message) => {
  const { publish } = Order.parse(message)
  const sentAt = performance.timeOrigin + performance.now()
  const data = JSON.stringify({ sentAt, text: 'x'.repeat(publish) })
  const event = Buffer.from(`id: bench.1\nevent: data\ndata: ${data}\n\n`)
  for (const socket of sockets) socket.write(event)
  process.send?.({ sentAt })
})
process.on('disconnect', () => process.exit(0))
