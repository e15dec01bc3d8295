import { connect } from 'node:net'

/**
 * Whether a PostgreSQL server lets this user in without a password: the first two messages of its
 * protocol tell, so no driver is needed.
 */
export function canLogIn(server: URL, patienceMs = 3000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: server.hostname, port: Number(server.port || 5432) })
    const finish = (able: boolean) => {
      socket.destroy()
      resolve(able)
    }
    socket.setTimeout(patienceMs, () => finish(false))
    socket.once('error', () => finish(false))
    socket.once('close', () => finish(false))
    socket.once('connect', () => socket.write(startup(decodeURIComponent(server.username))))
    socket.once('data', (reply) => finish(isAuthenticationOk(reply)))
  })
}

function startup(user: string): Buffer {
  const text = Buffer.from(`user\0${user || 'postgres'}\0database\0postgres\0\0`)
  const head = Buffer.alloc(8)
  head.writeInt32BE(head.length + text.length, 0)
  head.writeInt32BE(196_608, 4) // protocol 3.0
  return Buffer.concat([head, text])
}

/** Message `R` with the code 0: no password is wanted. */
function isAuthenticationOk(reply: Buffer): boolean {
  return reply.length >= 9 && reply.toString('latin1', 0, 1) === 'R' && reply.readInt32BE(5) === 0
}
