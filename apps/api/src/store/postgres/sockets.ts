import { Socket } from 'node:net'

export type Sockets = { open: () => Socket; destroyAll: () => void }

/**
 * The sockets of connections, cut where a server has said nothing for `silenceMs`: `pg` would wait for ever, and its
 * own limit for a query leaves the connection hanging. 0 waits.
 */
export function createSockets(silenceMs: number): Sockets {
  const sockets = new Set<Socket>()
  return {
    open: () => {
      const socket = new Socket()
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.setTimeout(silenceMs, () =>
        socket.destroy(new Error('Connection terminated: silence')),
      )
      return socket
    },
    destroyAll: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}

const goodbyeMs = 1000

/** Waits for a polite end, but not for a server that does not answer. */
export async function endWithin(sockets: Sockets, ending: Promise<unknown>): Promise<void> {
  const cut = setTimeout(sockets.destroyAll, goodbyeMs)
  try {
    await ending
  } finally {
    clearTimeout(cut)
  }
}
