import type { FaultName } from '@podium/gateway-simulator'
import type { LiteLLMErrorKind } from '../../../src/index.ts'

/**
 * `exact`: what the ledger knows. `same`: what the client says without the fault. `answers`: believable
 * data that only whoever remembers the last answer can doubt.
 */
export type Outcome = LiteLLMErrorKind | readonly LiteLLMErrorKind[] | 'exact' | 'same' | 'answers'

export interface Outcomes {
  activity: Outcome
  teams: Outcome
  prices: Outcome
  logs: Outcome
  /** A key's info, asked with an administrator's key. */
  key: Outcome
}

/** Whatever is asked for, it fails in the same way. */
function always(kind: LiteLLMErrorKind | readonly LiteLLMErrorKind[]): Outcomes {
  return { activity: kind, teams: kind, prices: kind, logs: kind, key: kind }
}

/** As if nothing were. */
export const harmless: Outcomes = {
  activity: 'exact',
  teams: 'same',
  prices: 'same',
  logs: 'same',
  key: 'same',
}

/** Believable, but not what it was. */
const believable: Outcomes = {
  activity: 'answers',
  teams: 'answers',
  prices: 'answers',
  logs: 'answers',
  key: 'answers',
}

export const outcomes: Record<FaultName, Outcomes> = {
  unauthorized: always('auth'),
  'expired-key': always('expired_key'),
  forbidden: always('forbidden'),
  'not-found': always('not_found'),
  'rate-limited-seconds': always('rate_limited'),
  'rate-limited-date': always('rate_limited'),
  'rate-limited-day': always('rate_limited'),
  'rate-limited-garbage': always('rate_limited'),
  'rate-limited-negative': always('rate_limited'),
  'internal-error': always('upstream'),
  'bad-gateway-page': always('upstream'),
  'service-unavailable': always('no_database'),
  'gateway-timeout-page': always('upstream'),
  'login-page': always('not_json'),
  'no-content': always('not_json'),
  'empty-body': always('not_json'),
  'redirect-elsewhere': always('redirect_refused'),
  'redirect-elsewhere-307': always('redirect_refused'),
  'redirect-loop': always('redirect_refused'),
  'redirect-file': always('redirect_refused'),

  'byte-order-mark': harmless,
  'invalid-utf8': { ...believable, activity: 'exact' },
  'truncated-json': always('truncated'),
  'numbers-as-strings': harmless,
  'nulls-for-numbers': believable,
  'booleans-as-strings': harmless,
  'array-for-object': always('schema'),
  'object-for-array': always('schema'),
  'null-lists': { ...always('schema'), key: 'same' },
  'missing-ids': { ...always('schema'), logs: 'answers', key: 'answers' },
  'missing-counters': { ...harmless, activity: 'answers', logs: 'answers' },
  'extra-fields': harmless,
  'not-a-number': always('schema'),
  infinity: always('schema'),
  'spend-1e308': { ...always('schema'), prices: 'answers' },
  'spend-1e999': { ...always('schema'), prices: 'answers' },
  'spend-negative': { ...always('schema'), prices: 'answers' },
  'tokens-beyond-safe-integers': {
    ...harmless,
    activity: 'schema',
    logs: 'schema',
  },

  drip: always('timeout'),
  'huge-body': always('too_large'),
  'gzip-bomb': always('corrupt'),

  hang: always('timeout'),
  'connection-reset': always('network'),
  'truncated-body': always('truncated'),
  'corrupt-gzip': always('corrupt'),
  'not-gzip': always('corrupt'),
  'huge-header': always('protocol'),
  'early-hints': harmless,
  trailers: harmless,

  'hostile-aliases': believable,
  'rows-rewritten': harmless,
  'page-repeated': { ...harmless, teams: 'answers', logs: 'answers' },
  'page-count-grows': harmless,
  'values-fall': believable,
  'rows-vanish': { ...harmless, activity: 'answers' },
  'date-skewed': harmless,
}
