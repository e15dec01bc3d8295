import type { Profile } from '../../gateway/profile.ts'
import type { Counters } from '../../ledger/counters.ts'

interface MetricField {
  field: string
  valueOf: (counters: Readonly<Counters>) => number
  /** Only releases that have this; the others leave the field out. */
  since?: 'responseTimeCounters' | 'savingsCounters'
}

const zero = () => 0

const metricFields: readonly MetricField[] = [
  { field: 'spend', valueOf: ({ spend }) => spend },
  { field: 'flat_cost', valueOf: zero, since: 'savingsCounters' },
  { field: 'ptu_hours', valueOf: zero, since: 'responseTimeCounters' },
  { field: 'prompt_tokens', valueOf: ({ promptTokens }) => promptTokens },
  { field: 'completion_tokens', valueOf: ({ completionTokens }) => completionTokens },
  { field: 'cache_read_input_tokens', valueOf: ({ cacheReadTokens }) => cacheReadTokens },
  {
    field: 'cache_creation_input_tokens',
    valueOf: ({ cacheCreationTokens }) => cacheCreationTokens,
  },
  { field: 'compression_saved_tokens', valueOf: zero, since: 'savingsCounters' },
  { field: 'compression_savings_spend', valueOf: zero, since: 'savingsCounters' },
  {
    field: 'prompt_caching_savings_spend',
    valueOf: ({ cachingSavings }) => cachingSavings,
    since: 'savingsCounters',
  },
  { field: 'gateway_injected_caching_savings_spend', valueOf: zero, since: 'savingsCounters' },
  { field: 'autorouter_savings_spend', valueOf: zero, since: 'savingsCounters' },
  {
    field: 'total_tokens',
    valueOf: ({ promptTokens, completionTokens }) => promptTokens + completionTokens,
  },
  { field: 'successful_requests', valueOf: ({ successes }) => successes },
  { field: 'failed_requests', valueOf: ({ failures }) => failures },
  { field: 'api_requests', valueOf: ({ successes, failures }) => successes + failures },
  {
    field: 'total_response_time_ms',
    valueOf: ({ responseMs }) => responseMs,
    since: 'responseTimeCounters',
  },
  {
    field: 'timed_requests',
    valueOf: ({ timedRequests }) => timedRequests,
    since: 'responseTimeCounters',
  },
]

type Metrics = Record<string, number>

/** The metrics object of this release. A counter that it does not know is absent, not zero. */
export function viewMetrics(counters: Readonly<Counters>, profile: Profile): Metrics {
  return view(counters, fieldsOfRelease(profile), (field) => field)
}

/** The counters that every release has, as the lists of keys show them. */
export function viewBareMetrics(counters: Readonly<Counters>): Metrics {
  const fields = metricFields.filter(({ since }) => since === undefined)
  return view(counters, fields, (field) => field)
}

/** The totals beside the results; on the paged route they cover the page only. */
export function viewTotals(counters: Readonly<Counters>, profile: Profile): Metrics {
  return view(counters, fieldsOfRelease(profile), (field) =>
    field.startsWith('total_') ? field : `total_${field}`,
  )
}

function fieldsOfRelease(profile: Profile): MetricField[] {
  return metricFields.filter(({ since }) => since === undefined || profile[since])
}

function view(
  counters: Readonly<Counters>,
  fields: readonly MetricField[],
  nameOf: (field: string) => string,
): Metrics {
  return Object.fromEntries(fields.map(({ field, valueOf }) => [nameOf(field), valueOf(counters)]))
}
