import type { RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { mostWaiting } from './limits.ts'

type Connection = { answering: ServerResponse | undefined; waiting: (() => void)[] }

/**
 * Answers the questions of each connection one by one: Node would begin all that have arrived, and keep the answers of
 * a client that reads none.
 */
export function oneByOne(answer: RequestListener) {
  const connections = new WeakMap<object, Connection>()

  function connectionOf(socket: Socket): Connection {
    const known = connections.get(socket)
    if (known !== undefined) return known
    const made: Connection = { answering: undefined, waiting: [] }
    connections.set(socket, made)
    return made
  }

  const listener: RequestListener = (incoming, outgoing) => {
    const { socket } = incoming
    const connection = connectionOf(socket)
    const begin = () => {
      connection.answering = outgoing
      outgoing.once('close', () => {
        connection.answering = undefined
        if (!socket.destroyed) connection.waiting.shift()?.()
      })
      answer(incoming, outgoing)
    }
    if (connection.answering === undefined) begin()
    else if (connection.waiting.length < mostWaiting) connection.waiting.push(begin)
    else socket.destroy()
  }
  return {
    listener,
    /** The answer that is being given there. */
    answering: (socket: object): ServerResponse | undefined => connections.get(socket)?.answering,
  }
}
