import type { RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { mostWaiting } from './limits.ts'

type Connection = {
  isBusy: boolean
  answering: ServerResponse | undefined
  waiting: (() => void)[]
}

/**
 * Answers the questions of each connection one by one: Node would begin all that have arrived, and keep the answers of
 * a client that reads none.
 */
export function oneByOne(answer: RequestListener) {
  const connections = new WeakMap<object, Connection>()

  function connectionOf(socket: Socket): Connection {
    const known = connections.get(socket)
    if (known !== undefined) return known
    const made: Connection = { isBusy: false, answering: undefined, waiting: [] }
    connections.set(socket, made)
    return made
  }

  const listener: RequestListener = (incoming, outgoing) => {
    const { socket } = incoming
    const connection = connectionOf(socket)
    const begin = () => {
      connection.isBusy = true
      connection.answering = outgoing
      outgoing.once('close', () => {
        connection.answering = undefined
        // Others have their turn in between, however many wait here.
        if (connection.waiting.length === 0) connection.isBusy = false
        else
          setImmediate(() => {
            if (!socket.destroyed) connection.waiting.shift()?.()
          })
      })
      answer(incoming, outgoing)
    }
    if (!connection.isBusy) begin()
    else if (connection.waiting.length < mostWaiting) connection.waiting.push(begin)
    else socket.destroy()
  }
  return {
    listener,
    /** The answer that is being given there. */
    answering: (socket: object): ServerResponse | undefined => connections.get(socket)?.answering,
  }
}
