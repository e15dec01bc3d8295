import type { SourceReason } from '@podium/contracts'
import type { SourceHealth } from '../collect/source-health.ts'

const causes: Record<SourceReason, string> = {
  conn_refused: 'nothing listens at that address',
  dns: 'its name is not known here',
  tls: 'its certificate is not trusted',
  proxy: 'the proxy in HTTPS_PROXY does not let the connection through',
  network: 'the connection broke',
  protocol: 'what answers at that address does not speak HTTP',
  timeout: 'it did not answer in time',
  aborted: 'the call was called off',
  auth: 'it refuses the key in LITELLM_API_KEY (401), which may be wrong or deleted',
  expired_key: 'the key in LITELLM_API_KEY has expired: set a new one and start again',
  forbidden: 'the key in LITELLM_API_KEY may not read teams or activity (403)',
  viewer_refused:
    'this release of LiteLLM lets no proxy_admin_viewer read activity (1.74 does not, 1.78 does): set the key of a proxy_admin, or update LiteLLM',
  partial_view:
    'the key in LITELLM_API_KEY sees only its own teams: set the key of a proxy_admin_viewer, or the master key',
  not_found: 'no LiteLLM gateway answers at that path: check LITELLM_BASE_URL',
  not_json: 'the address answers with a page instead of data: check LITELLM_BASE_URL',
  redirect_refused: 'it redirects elsewhere, and a key is never sent along',
  rate_limited: 'it asks for a pause',
  budget: 'the budget of the key in LITELLM_API_KEY is exhausted',
  rejected: 'it rejects the question',
  conflict: 'it rejects the question',
  no_database: 'it has lost its database',
  upstream: 'it reports an error of its own',
  schema: 'its answer makes no sense',
  too_large: 'its answer is too large',
  truncated: 'its answer broke off',
  corrupt: 'its answer is damaged',
  unstable_paging: 'its pages change while they are read',
  config: 'the settings of the client are not usable',
  input: 'the question cannot be put to it',
  store: 'its data cannot be stored',
  fault: 'Podium made a mistake, which the log has told',
}

/** One sentence for the terminal when the state of a source changes. */
export function sourceSentence(before: SourceHealth, after: SourceHealth, now: number): string {
  if (after.state === 'ok')
    return before.state === 'pending' ? 'The gateway answers.' : 'The gateway answers again.'
  const seconds = Math.max(1, Math.round(((after.nextAttemptAt ?? now) - now) / 1000))
  const kept = before.lastSuccessAt === null ? '' : ' The last good data stays.'
  const cause = after.reason === null ? 'the reason is unknown' : causes[after.reason]
  return `The gateway cannot be read: ${cause}.${kept} Next try in ${seconds} s.`
}
