// Asks one address over and over on many connections, each one question at a time, and counts the answers.
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const Order = z.object({
  port: z.int(),
  head: z.string(),
  connections: z.int(),
  seconds: z.number(),
})

const startOfAnswer = 'HTTP/1.1 '

async function hammer({ port, head, connections, seconds }: z.infer<typeof Order>) {
  const request = Buffer.from(head)
  let answers = 0
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      await once(socket, 'connect')
      let missing = 0
      socket.on('data', (chunk) => {
        if (missing === 0) missing = lengthOf(chunk)
        missing -= chunk.length
        if (missing > 0) return
        if (missing < 0) throw new Error('an answer is longer than it said')
        answers += 1
        socket.write(request)
      })
      return socket
    }),
  )
  for (const socket of sockets) socket.write(request)
  await sleep(seconds * 1000)
  for (const socket of sockets) socket.destroy()
  return answers
}

/** Of the whole answer, by its head: all answers of a run are alike, so each length is parsed once. */
function lengthOf(chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n')
  const head = chunk.toString('latin1', 0, end)
  if (end < 0 || !head.startsWith(startOfAnswer)) throw new Error('no answer begins here')
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? '0'
  return end + 4 + Number(length)
}

process.on('message', (message) => {
  void hammer(Order.parse(message)).then((answers) => process.send?.(answers))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
