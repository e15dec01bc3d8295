import { fieldsOf } from '../../gateway/fields.ts'
import type { FieldsSince } from '../../gateway/fields.ts'

const settings: FieldsSince = [
  [0, { routing_strategy_args: null, routing_strategy: null, model_group_retry_policy: null }],
  [0, { allowed_fails: null, cooldown_time: null, num_retries: null, timeout: null }],
  [0, { max_retries: null, retry_after: null, fallbacks: null, context_window_fallbacks: null }],
  [0, { model_group_alias: {} }],
  [99, { routing_groups: null, retry_policy: null, model_group_affinity_config: null }],
  [99, { enable_tag_filtering: null, tag_routing_prefix: null, optional_pre_call_checks: null }],
  [105, { content_policy_fallbacks: null, weights: null, fallback_on_unsupported_params: null }],
]

/** The part of `/key/generate`'s answer about a router that is not configured. */
export function routerSettings(release: number): Record<string, unknown> {
  return fieldsOf(release, settings)
}
