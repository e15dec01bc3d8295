import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Role } from '../access/visitor.ts'
import { hasTag } from './answers/has-tag.ts'
import type { Kept } from './answers/kept-answer.ts'
import { createLru } from './answers/lru.ts'
import { createNegotiator, type Coding } from './answers/negotiate.ts'
import { answerHeaders } from './answers/answer-headers.ts'
import type { StandardHeaders } from './door.ts'
import type { Asked } from './quick-door.ts'

/** Answers on the spot what it has ready, the standard headers with it; `false` leaves the request to the routes. */
export type Front = (incoming: IncomingMessage, outgoing: ServerResponse, asked: Asked) => boolean

type Answered = { url: string; role: Role; kept: Kept; version: number; until: number | null }

type Deps = { version: () => number; now: () => number }

export type FrontDesk = {
  front: Front
  /** An answer route answered this URL with 200. */
  remember: (answered: Answered) => void
}

type Ready = { kept: Kept; until: number; full: Map<Coding, Head>; same: Map<Coding, Head> }
type Head = { standard: StandardHeaders; headers: string[]; body: Buffer | null }

const maxBytesPerRole = 24 * 2 ** 20
const maxUrlLength = 2048

/** Answers a URL again, while nothing has changed, with bytes that are there: no route, no copy, no wait. */
export function createFront({ version, now }: Deps): FrontDesk {
  const urls = { viewer: desk(), attendee: desk(), admin: desk() }
  const negotiate = createNegotiator()
  let ofVersion = version()

  function keepUp(): void {
    const current = version()
    if (current === ofVersion) return
    ofVersion = current
    for (const ready of Object.values(urls)) ready.clear()
  }

  return {
    front: (incoming, outgoing, { visitor, headers: standard, acceptEncoding, ifNoneMatch }) => {
      const { method, url = '' } = incoming
      if (method !== 'GET' && method !== 'HEAD') return false
      if (visitor.role === null || visitor.waitMs > 0) return false
      keepUp()
      const ready = urls[visitor.role].get(url)
      if (ready === undefined || now() >= ready.until) return false
      const { kept } = ready
      const coding = negotiate(acceptEncoding, kept.isSmall)
      if (coding === null) return false
      const isSame = hasTag(ifNoneMatch, kept.etag(coding))
      const head = headOf(ready, coding, isSame, standard)
      if (head === null) return false
      outgoing.writeHead(isSame ? 304 : 200, head.headers)
      outgoing.end(method === 'HEAD' ? null : head.body)
      return true
    },
    remember: ({ url, role, kept, version: read, until }) => {
      keepUp()
      if (read !== ofVersion || !url.startsWith('/') || url.length > maxUrlLength) return
      const ready = { kept, until: until ?? Infinity, full: new Map(), same: new Map() }
      urls[role].put(url, ready, url.length + kept.bytes)
    },
  }
}

const desk = () => createLru<Ready>(maxBytesPerRole)

/** Put together once for a visitor's headers; `null` where the body is still to be compressed. */
function headOf(
  ready: Ready,
  coding: Coding,
  isSame: boolean,
  standard: StandardHeaders,
): Head | null {
  const heads = isSame ? ready.same : ready.full
  const known = heads.get(coding)
  if (known?.standard === standard) return known
  const body = isSame ? null : ready.kept.ready(coding)
  if (body === undefined) return null
  const own = answerHeaders({ kept: ready.kept, coding, body, vary: standard['vary'] })
  const head = { standard, body, headers: Object.entries({ ...standard, ...own }).flat() }
  heads.set(coding, head)
  return head
}
