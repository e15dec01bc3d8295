import type { Profile } from '../../gateway/profile.ts'
import type { Outcome, SentRequest } from '../../ledger/sent-request.ts'

const errors: Record<Exclude<Outcome, 'success'>, readonly [code: string, name: string]> = {
  'provider failed': ['500', 'InternalServerError'],
  'rate limited': ['429', 'RateLimitError'],
  'unknown model': ['400', 'ProxyException'],
  'budget exceeded': ['', 'BudgetExceededError'],
  'deleted key': ['401', 'HTTPException'],
  'expired key': ['401', 'ProxyException'],
  'unknown key': ['401', 'HTTPException'],
  'refused read': ['401', 'HTTPException'],
}

export function viewError(request: SentRequest, profile: Profile) {
  if (request.outcome === 'success') return null
  const [code, name] = errors[request.outcome]
  return {
    traceback: '',
    error_code: code,
    error_class: name,
    llm_provider: request.deployment?.provider ?? '',
    error_message: `${request.outcome}: ${request.group}`,
    ...(profile.release >= 99 && {
      error_budget_limit: null,
      error_budget_spend: null,
      error_rate_limit_type: null,
      error_budget_entity_id: null,
      error_budget_entity_type: null,
      error_rate_limit_category: null,
    }),
    ...(profile.release >= 105 && {
      normalized_error: `${code}_FAILED`,
      error_provider_request_id: null,
      error_cooldown_deployments: null,
    }),
  }
}
