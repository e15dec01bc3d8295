import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Visitor } from '../access/visitor.ts'

/** Headers that every answer to a visitor carries, ready made and shared between answers; `vary` is one of them. */
export type StandardHeaders = Readonly<Record<string, string>>

export type Admitted = { visitor: Visitor; headers: StandardHeaders }

/** Asked first, once a request; `null` has been answered already. Only a signed token makes it wait. */
export type Door = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => Admitted | null | Promise<Admitted | null>

/** Answers on the spot what it has ready, the admitted headers with it; `false` leaves the request to the routes. */
export type Front = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  admitted: Admitted,
) => boolean

/** Lets everybody in who reaches the port. */
export function createDoor(): Door {
  return (incoming) => ({
    visitor: {
      role: 'viewer',
      via: 'open',
      address: incoming.socket.remoteAddress ?? '',
      waitMs: 0,
    },
    headers: { vary: 'Origin' },
  })
}
