import type { SourceReason, Status } from '@podium/contracts'

export type BoardNotice = { tone: 'ok' | 'warn' | 'bad'; text: string }

const causes: Record<SourceReason, string> = {
  conn_refused: 'nothing listens at its address',
  dns: 'its name is not known',
  tls: 'its certificate is not trusted',
  proxy: 'the proxy does not let the connection through',
  network: 'the connection broke',
  protocol: 'what answers at its address does not speak HTTP',
  timeout: 'it does not answer in time',
  aborted: 'the call was called off',
  auth: 'it rejects the key',
  forbidden: 'the key may not read this',
  partial_view: 'the key sees only its own teams',
  not_found: 'the address is not that of a LiteLLM gateway',
  not_json: 'the address answers with a page instead of data',
  redirect_refused: 'it redirects elsewhere',
  rate_limited: 'it asks for a pause',
  budget: 'the budget of the key is exhausted',
  rejected: 'it rejects the question',
  conflict: 'it rejects the question',
  upstream: 'it reports an error of its own',
  schema: 'its answer makes no sense',
  too_large: 'its answer is too large',
  truncated: 'its answer broke off',
  corrupt: 'its answer is damaged',
  unstable_paging: 'its pages change while they are read',
  config: 'Podium is not set up right',
  input: 'the question cannot be put to it',
  store: 'Podium cannot keep what it says',
}

/** What failed, likely why, what happens next; `null` while all is well. */
export function boardNotice(status: Status | undefined, error: unknown): BoardNotice | null {
  if (error !== undefined)
    return {
      tone: 'bad',
      text: 'Podium cannot be reached from this page. What you see is the last it said; it tries again by itself.',
    }
  const source = status?.sources[0]
  if (source === undefined || source.state === 'ok' || source.state === 'pending') return null
  const cause = source.reason === null ? 'the reason is unknown' : causes[source.reason]
  const kept = source.lastSuccessAt === null ? '' : ' You see its last good data.'
  const isHopeless = source.state === 'auth_error' || source.state === 'misconfigured'
  const next = isHopeless
    ? ' Whoever runs Podium has to mend this.'
    : ' Podium tries again by itself.'
  return {
    tone: isHopeless ? 'bad' : 'warn',
    text: `The gateway cannot be read: ${cause}.${kept}${next}`,
  }
}
