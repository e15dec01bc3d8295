import type { Status } from '@podium/contracts'
import type { Format } from '../../lib/format.ts'
import { RequestError } from '../../api/request-error.ts'
import { freshness } from '../../lib/freshness.ts'
import { activitySource } from '../../lib/activity-source.ts'
import type { Words } from '../../i18n/words.ts'

export type GatewayNotice = { tone: 'warn' | 'bad'; heading: string; text: string }

type NoticeCause = {
  status: Status | undefined
  /** Of the last try to reach our own server. */
  error: unknown
  now: number
}

/** What failed, likely why, what happens next; `null` while all is well. */
export function gatewayNotice(
  known: NoticeCause,
  words: Words,
  format: Format,
): GatewayNotice | null {
  const { status, error, now } = known
  const { shell, trust } = words
  const store = error instanceof RequestError ? error.store : (status?.store.state ?? null)
  if (store !== null && store !== 'ok') return storeNotice(store, words)
  if (error !== undefined)
    return { tone: 'bad', heading: shell.unreachable, text: shell.unreachableWhy }
  const source = activitySource(status)
  if (status === undefined || source === undefined) return null
  if (source.state === 'ok' || source.state === 'pending') return null
  const { state, reason } = source
  const sentences = [reason === null ? trust.unknownCause : trust.causes[reason]]
  if (state === 'auth_error') sentences.push(trust.mend.key)
  if (state === 'misconfigured') sentences.push(trust.mend.address)
  const { readAt } = freshness(status, now)
  if (readAt !== null) sentences.push(trust.lastGood(format.moment(readAt)))
  sentences.push(nextTry(source.next_attempt_at, now, words, format))
  return {
    tone: state === 'down' ? 'warn' : 'bad',
    heading: hasHeading(reason, trust.headings) ? trust.headings[reason] : trust.cannotRead,
    text: sentences.join(' '),
  }
}

function hasHeading<Headings extends object>(
  reason: string | null,
  headings: Headings,
): reason is keyof Headings & string {
  return reason !== null && Object.hasOwn(headings, reason)
}

/** Our own database: the gateway may be well, and nobody can keep what it says. */
function storeNotice(state: string, { trust: { store } }: Words): GatewayNotice {
  const causes: Readonly<Record<string, string>> = store.causes
  return { tone: 'bad', heading: store.heading, text: store.why(causes[state] ?? store.unknown) }
}

function nextTry(at: string | null, now: number, { trust }: Words, format: Format): string {
  const waitMs = at === null ? 0 : Date.parse(at) - now
  return waitMs > 0 ? trust.nextTry(format.age(waitMs)) : trust.tryingNow
}
