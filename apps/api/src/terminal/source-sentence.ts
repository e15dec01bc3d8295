import type { SourceReason } from '@podium/contracts'
import type { SourceHealth } from '../collect/source-health.ts'

/** As the page says them, with what to set: whoever reads this can. */
const causes: Record<SourceReason, string> = {
  conn_refused: 'nothing answers at its address',
  dns: 'its host name cannot be found',
  tls: 'its certificate is not trusted',
  proxy: 'the proxy in HTTPS_PROXY does not let the connection through',
  network: 'the connection broke',
  protocol: 'what answers at its address does not speak HTTP',
  timeout: 'it does not answer in time',
  aborted: 'Podium stopped asking',
  auth: 'it refused the key (401); LITELLM_API_KEY may be wrong or deleted',
  expired_key: 'the key has expired; set a new one as LITELLM_API_KEY and start again',
  forbidden: 'it refused the key (403); LITELLM_API_KEY may not list teams or read what they use',
  viewer_refused:
    'LiteLLM 1.74 refuses the key of a proxy_admin_viewer, 1.78 does not; update it, or set the key of a proxy_admin',
  partial_view:
    'LITELLM_API_KEY sees only its own teams; set the key of a proxy_admin_viewer or the master key',
  not_found: 'the address is not that of a LiteLLM gateway; check LITELLM_BASE_URL',
  not_json: 'the address answers with a page instead of data; check LITELLM_BASE_URL',
  redirect_refused: 'it redirects to another address; set that one as LITELLM_BASE_URL',
  rate_limited: 'it is asked too often',
  budget: 'LITELLM_API_KEY has used up its budget',
  rejected: 'it does not accept what Podium asks',
  conflict: 'it does not accept what Podium asks',
  no_database: 'it has lost its database',
  upstream: 'it reports an error of its own',
  schema: 'Podium does not understand its answer',
  too_large: 'its answer is too large',
  truncated: 'its answer broke off',
  corrupt: 'its answer arrived damaged',
  unstable_paging: 'its data change faster than they can be read',
  config: 'Podium is not set up right',
  input: 'Podium made a mistake; the log says which',
  address_refused: 'Podium may not ask at its address',
  metrics_off: 'its metrics are switched off',
  not_metrics: 'it answers, but not with metrics of an engine or GPU',
  store: 'Podium cannot save what it reads',
  fault: 'Podium made a mistake; the log says which',
}

/** A day before today that a gateway does not tell which is well otherwise. */
export function untoldSentence(day: string, reason: SourceReason): string {
  return `The gateway does not tell ${day}: ${causes[reason]}. Podium asks again, at least once an hour; other days do not wait for it.`
}

/** One sentence for the terminal when the state of a source changes. */
export function sourceSentence(before: SourceHealth, after: SourceHealth, now: number): string {
  if (after.state === 'ok')
    return before.state === 'pending' ? 'The gateway answers.' : 'The gateway answers again.'
  const kept = before.lastSuccessAt === null ? '' : ' The last good data stays.'
  const cause = after.reason === null ? 'the reason is unknown' : causes[after.reason]
  const next =
    after.nextAttemptAt === null ? 'It is still waited for.' : nextTry(after.nextAttemptAt - now)
  return `The gateway cannot be read: ${cause}.${kept} ${next}`
}

function nextTry(waitMs: number): string {
  return `Trying again in ${Math.max(1, Math.round(waitMs / 1000))} s.`
}
