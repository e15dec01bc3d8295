// The limit of a start: a Node that imports what the server is made of, and listens.
import '@hono/node-server'
import 'hono'
import 'jose'
import 'ky'
import 'kysely'
import 'lru-cache'
import { createServer } from 'node:http'
import 'node:sqlite'
import 'pino'
import 'prom-client'
import 'temporal-polyfill'
import 'undici'
import 'zod'

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  process.stdout.write(`http://127.0.0.1:${port}\n`)
})
process.once('SIGTERM', () => server.close())
