// Many clients of a stream; says when the last of them has heard each event.
import { once } from 'node:events'
import { connect } from 'node:net'
import { z } from 'zod'

const Order = z.object({ port: z.int(), clients: z.int() })

const marker = Buffer.from('event: data')
const atOnce = 100
let listening = 0
let heard = 0

async function open({ port, clients }: z.infer<typeof Order>): Promise<void> {
  const head = `GET /api/v1/live HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: text/event-stream\r\n\r\n`
  async function listen(): Promise<void> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(head)
    await once(socket, 'data')
    listening += 1
    socket.on('data', (chunk) => {
      if (!chunk.includes(marker)) return
      heard += 1
      if (heard < listening) return
      heard = 0
      process.send?.({ at: performance.timeOrigin + performance.now() })
    })
  }
  for (let left = clients; left > 0; left -= atOnce)
    await Promise.all(Array.from({ length: Math.min(left, atOnce) }, listen))
  process.send?.('listening')
}

process.on('message', (message) => void open(Order.parse(message)))
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
