import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** How the way to a server is: open; closed; silent, while connections stay; or answering with an error of PostgreSQL. */
export type Way = 'open' | 'refused' | 'black hole' | { sqlState: string }

/** Stands in front of a server on TCP and loses it on command. */
export async function startRelay(target: URL) {
  const sockets = new Set<Socket>()
  let to = target
  let way: Way = 'open'
  const server = createServer((client) => {
    keep(client)
    if (way === 'black hole') return
    if (typeof way === 'object') client.once('data', () => client.end(refusal(stateOf(way))))
    else pipe(client)
  })

  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }

  function pipe(client: Socket): void {
    const upstream = connect(Number(to.port), to.hostname)
    keep(upstream)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    client.on('data', (data) => pass(upstream, data))
    upstream.on('data', (data) => pass(client, data))
  }

  const held: (() => void)[] = []
  function pass(socket: Socket, data: Buffer): void {
    if (way === 'black hole') held.push(() => socket.write(data))
    else socket.write(data)
  }

  async function listen(port: number): Promise<number> {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const at = server.address()
    return typeof at === 'object' && at !== null ? at.port : 0
  }

  const port = await listen(0)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    /** Everybody who comes from now on is led there. */
    lead: (next: URL) => {
      to = next
      for (const socket of sockets) socket.destroy()
    },
    become: async (next: Way): Promise<void> => {
      const before = way
      way = next
      if (before === 'refused') await listen(port)
      if (next === 'black hole') return
      // What was held in between arrives late, as packets do that are sent again.
      if (next === 'open') for (const send of held.splice(0)) send()
      else for (const socket of sockets) socket.destroy()
      if (next === 'refused') {
        server.close()
        await once(server, 'close')
      }
    },
  }
}

function stateOf(way: Way): string {
  return typeof way === 'object' ? way.sqlState : ''
}

/** PostgreSQL's ErrorResponse. */
function refusal(sqlState: string): Buffer {
  const fields = ['SFATAL', 'VFATAL', `C${sqlState}`, 'Mnot now', '']
  const body = Buffer.from(`${fields.join('\0')}\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}
