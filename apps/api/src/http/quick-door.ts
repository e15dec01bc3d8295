import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Admitted, Door } from './middleware/door.ts'
import type { LastAnswer } from './ready-answer.ts'

/** Who asks, and what the front wants to know of the headers. */
export type Asked = Admitted & {
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
  /** For the front, where a connection repeats its words. */
  last: LastAnswer | null
}

type Answer = Asked | null

/** Longer ones the door looks at each time. */
const shortUrl = 1024

/**
 * The door, which looks again only where a connection says something new: a visitor who may read because everybody
 * may is known by the connection and its headers alone, and most connections repeat theirs word for word.
 */
export function createQuickDoor(door: Door) {
  const known = new WeakMap<Socket, { words: readonly string[]; asked: Asked }>()

  function look(incoming: IncomingMessage, admitted: Admitted | null): Answer {
    if (admitted === null) return null
    const { headers, socket, rawHeaders } = incoming
    const asked: Asked = {
      ...admitted,
      acceptEncoding: headers['accept-encoding']?.toString(),
      ifNoneMatch: headers['if-none-match'],
      last: null,
    }
    const { via, waitMs } = admitted.visitor
    if (via === 'open' && waitMs === 0 && headers.authorization === undefined)
      known.set(socket, { words: rawHeaders, asked })
    return asked
  }

  return (incoming: IncomingMessage, outgoing: ServerResponse): Answer | Promise<Answer> => {
    const { socket, rawHeaders, method, url = '' } = incoming
    if (method === 'GET' && url.length < shortUrl && url.startsWith('/')) {
      const before = known.get(socket)
      if (before !== undefined && isSame(before.words, rawHeaders)) return before.asked
    }
    const admitted = door(incoming, outgoing)
    return admitted instanceof Promise
      ? admitted.then((later) => look(incoming, later))
      : look(incoming, admitted)
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}
