import type { Profile } from '../../gateway/profile.ts'
import type { SentRequest } from '../../ledger/sent-request.ts'

/** The usage that the provider reported. A failure has none. */
export function viewUsage(request: SentRequest, profile: Profile) {
  if (request.outcome !== 'success') {
    const usage = profile.release >= 105 ? {} : null
    return { usage_object: usage, cost_breakdown: null, additional_usage_values: {} }
  }
  const { promptTokens, completionTokens, cacheReadTokens, spend } = request
  const details = {
    text_tokens: null,
    audio_tokens: null,
    image_tokens: null,
    cached_tokens: cacheReadTokens,
    cache_write_tokens: null,
  }
  return {
    usage_object: {
      total_tokens: promptTokens + completionTokens,
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      prompt_tokens_details: details,
      completion_tokens_details: null,
    },
    cost_breakdown: viewCost(spend, completionTokens * (request.deployment?.output ?? 0)),
    additional_usage_values: { prompt_tokens_details: details, completion_tokens_details: null },
  }
}

function viewCost(total: number, output: number) {
  return {
    input_cost: total - output,
    total_cost: total,
    output_cost: output,
    original_cost: total,
    margin_percent: 0,
    discount_amount: 0,
    tool_usage_cost: 0,
    discount_percent: 0,
    margin_fixed_amount: 0,
    margin_total_amount: 0,
  }
}
