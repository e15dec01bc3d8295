// The limit: `node:http` and nothing else, writing one answer that it is sent.
import { createServer } from 'node:http'
import { z } from 'zod'

const Answer = z.object({
  status: z.int(),
  headers: z.array(z.string()),
  body: z.instanceof(Uint8Array).nullable(),
})

let answer: z.infer<typeof Answer> = { status: 200, headers: [], body: null }

const server = createServer((_, response) => {
  response.writeHead(answer.status, answer.headers)
  response.end(answer.body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('message', (message) => {
  answer = Answer.parse(message)
  process.send?.('ready')
})
process.on('disconnect', () => process.exit(0))
