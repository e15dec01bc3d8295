import type { Profile } from '../../gateway/profile.ts'
import type { Counters } from '../../ledger/counters.ts'

/** The metrics object of this release; a counter it does not know is absent, not zero. */
export function viewMetrics(counters: Readonly<Counters>, profile: Profile) {
  return {
    spend: counters.spend,
    ...(profile.savingsCounters && { flat_cost: 0 }),
    ...(profile.responseTimeCounters && { ptu_hours: 0 }),
    prompt_tokens: counters.promptTokens,
    completion_tokens: counters.completionTokens,
    cache_read_input_tokens: counters.cacheReadTokens,
    cache_creation_input_tokens: counters.cacheCreationTokens,
    ...(profile.savingsCounters && {
      compression_saved_tokens: 0,
      compression_savings_spend: 0,
      prompt_caching_savings_spend: counters.cachingSavings,
      gateway_injected_caching_savings_spend: 0,
      autorouter_savings_spend: 0,
    }),
    total_tokens: counters.promptTokens + counters.completionTokens,
    successful_requests: counters.successes,
    failed_requests: counters.failures,
    api_requests: counters.successes + counters.failures,
    ...(profile.responseTimeCounters && {
      total_response_time_ms: counters.responseMs,
      timed_requests: counters.timedRequests,
    }),
  }
}

/** The nine counters that every release has, as the key lists show them. */
export function viewBareMetrics(counters: Readonly<Counters>) {
  return {
    spend: counters.spend,
    prompt_tokens: counters.promptTokens,
    completion_tokens: counters.completionTokens,
    total_tokens: counters.promptTokens + counters.completionTokens,
    api_requests: counters.successes + counters.failures,
    successful_requests: counters.successes,
    failed_requests: counters.failures,
    cache_read_input_tokens: counters.cacheReadTokens,
    cache_creation_input_tokens: counters.cacheCreationTokens,
  }
}

/** The totals beside the results; on the paged route they cover the page only. */
export function viewTotals(counters: Readonly<Counters>, profile: Profile) {
  return {
    total_spend: counters.spend,
    ...(profile.savingsCounters && { total_flat_cost: 0 }),
    ...(profile.responseTimeCounters && { total_ptu_hours: 0 }),
    total_prompt_tokens: counters.promptTokens,
    total_completion_tokens: counters.completionTokens,
    total_tokens: counters.promptTokens + counters.completionTokens,
    total_api_requests: counters.successes + counters.failures,
    total_successful_requests: counters.successes,
    total_failed_requests: counters.failures,
    total_cache_read_input_tokens: counters.cacheReadTokens,
    total_cache_creation_input_tokens: counters.cacheCreationTokens,
    ...(profile.savingsCounters && {
      total_compression_saved_tokens: 0,
      total_compression_savings_spend: 0,
      total_prompt_caching_savings_spend: counters.cachingSavings,
      total_gateway_injected_caching_savings_spend: 0,
      total_autorouter_savings_spend: 0,
    }),
    ...(profile.responseTimeCounters && {
      total_response_time_ms: counters.responseMs,
      total_timed_requests: counters.timedRequests,
    }),
  }
}
