import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Role } from '../access/visitor.ts'
import { hasTag } from './cache/has-tag.ts'
import type { Kept } from './cache/compressed-answer.ts'
import { createLru } from './cache/lru.ts'
import { createNegotiator, type Coding } from './cache/choose-coding.ts'
import { answerHeaders } from './cache/answer-headers.ts'
import type { StandardHeaders } from './security-headers.ts'
import type { Asked } from './quick-door.ts'
import type { ReadyAnswer } from './ready-answer.ts'

/** Answers on the spot what it has ready, the standard headers with it; `null` leaves the request to the routes. */
export type Front = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  asked: Asked,
) => ReadyAnswer | null

type Answered = { url: string; role: Role; kept: Kept; version: number; until: number | null }

type Deps = { version: () => number; now: () => number }

export type FrontDesk = {
  front: Front
  /** An answer route answered this URL with 200. */
  remember: (answered: Answered) => void
}

type Made = ReadyAnswer & { standard: StandardHeaders }
type Ready = { kept: Kept; until: number; full: Map<Coding, Made>; same: Map<Coding, Made> }

const maxBytesPerRole = 24 * 2 ** 20
const maxUrlLength = 2048

/** Answers a URL again, while nothing has changed, with bytes that are there: no route, no copy, no wait. */
export function createFront({ version, now }: Deps): FrontDesk {
  const urls = { viewer: desk(), admin: desk() }
  const negotiate = createNegotiator()
  let ofVersion = version()

  function keepUp(): void {
    const current = version()
    if (current === ofVersion) return
    ofVersion = current
    for (const ready of Object.values(urls)) ready.clear()
  }

  function again({ last }: Asked, url: string): ReadyAnswer | null {
    const isSame =
      last !== null && last.url === url && last.version === version() && now() < last.until
    return isSame ? last.answer : null
  }

  function find(asked: Asked, url: string): ReadyAnswer | null {
    const { visitor, headers: standard, acceptEncoding, ifNoneMatch } = asked
    if (visitor.role === null || visitor.waitMs > 0) return null
    keepUp()
    const ready = urls[visitor.role].get(url)
    if (ready === undefined || now() >= ready.until) return null
    const { kept, until } = ready
    const coding = negotiate(acceptEncoding, kept.isSmall)
    if (coding === null) return null
    const answer = answerOf(ready, coding, hasTag(ifNoneMatch, kept.etag(coding)), standard)
    if (answer !== null) asked.last = { url, version: ofVersion, until, answer }
    return answer
  }

  return {
    front: (incoming, outgoing, asked) => {
      const { method, url = '' } = incoming
      if (method !== 'GET' && method !== 'HEAD') return null
      const answer = again(asked, url) ?? find(asked, url)
      if (answer === null) return null
      outgoing.writeHead(answer.status, answer.headers)
      outgoing.end(method === 'HEAD' ? null : answer.body)
      return answer
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
function answerOf(
  ready: Ready,
  coding: Coding,
  isSame: boolean,
  standard: StandardHeaders,
): ReadyAnswer | null {
  const answers = isSame ? ready.same : ready.full
  const known = answers.get(coding)
  if (known?.standard === standard) return known
  const body = isSame ? null : ready.kept.ready(coding)
  if (body === undefined) return null
  const own = answerHeaders({ kept: ready.kept, coding, body, vary: standard['vary'] })
  const headers = Object.entries({ ...standard, ...own }).flat()
  const made: Made = { status: isSame ? 304 : 200, headers, body, tally: null, standard }
  answers.set(coding, made)
  return made
}
