// The entries of the gateway's price map that stay null here, by the release that brought them.
const namesSince: readonly (readonly [since: number, names: string])[] = [
  [
    0,
    `input_cost_per_token_flex input_cost_per_token_priority cache_read_input_token_cost_flex
    cache_read_input_token_cost_priority cache_creation_input_token_cost_above_1hr
    input_cost_per_character input_cost_per_token_above_128k_tokens
    input_cost_per_token_above_200k_tokens input_cost_per_query input_cost_per_second
    input_cost_per_audio_token input_cost_per_token_batches output_cost_per_token_batches
    output_cost_per_token_flex output_cost_per_token_priority output_cost_per_audio_token
    output_cost_per_character output_cost_per_reasoning_token
    output_cost_per_token_above_128k_tokens output_cost_per_character_above_128k_tokens
    output_cost_per_token_above_200k_tokens output_cost_per_second output_cost_per_image
    output_vector_size citation_cost_per_token tiered_pricing supports_system_messages
    supports_response_schema supports_vision supports_function_calling supports_tool_choice
    supports_assistant_prefill supports_prompt_caching supports_audio_input
    supports_audio_output supports_pdf_input supports_embedding_image_input
    supports_native_streaming supports_web_search supports_url_context supports_reasoning
    supports_computer_use search_context_cost_per_query tpm rpm ocr_cost_per_page
    annotation_cost_per_page`,
  ],
  [
    81,
    `cache_creation_input_token_cost_above_200k_tokens
    cache_read_input_token_cost_above_200k_tokens input_cost_per_image_token
    input_cost_per_image input_cost_per_audio_per_second input_cost_per_video_per_second
    output_cost_per_video_per_second output_cost_per_image_token`,
  ],
  [
    99,
    `input_cost_per_token_ultrafast cache_creation_input_token_cost_above_272k_tokens
    cache_creation_input_token_cost_above_272k_tokens_priority
    cache_creation_input_token_cost_above_272k_tokens_flex cache_creation_input_token_cost_flex
    cache_creation_input_token_cost_priority cache_creation_input_token_cost_ultrafast
    prompt_cache_min_tokens cache_read_input_token_cost_above_200k_tokens_priority
    cache_read_input_token_cost_above_272k_tokens
    cache_read_input_token_cost_above_272k_tokens_priority
    cache_read_input_token_cost_above_272k_tokens_flex
    cache_read_input_token_cost_above_512k_tokens cache_read_input_token_cost_ultrafast
    off_peak_pricing input_cost_per_token_above_200k_tokens_priority
    input_cost_per_token_above_272k_tokens input_cost_per_token_above_272k_tokens_priority
    input_cost_per_token_above_272k_tokens_flex input_cost_per_token_above_512k_tokens
    input_cost_per_video_token output_cost_per_token_ultrafast
    regional_processing_uplift_multiplier_eu regional_processing_uplift_multiplier_us
    regional_endpoint_uplift_multiplier output_cost_per_reasoning_token_flex
    output_cost_per_reasoning_token_priority output_cost_per_token_above_200k_tokens_priority
    output_cost_per_token_above_272k_tokens output_cost_per_token_above_272k_tokens_priority
    output_cost_per_token_above_272k_tokens_flex output_cost_per_token_above_512k_tokens
    output_cost_per_second_1080p output_cost_per_second_480p output_cost_per_second_4k
    output_cost_per_video_token supported_endpoints supports_parallel_function_calling
    supports_prompt_cache_breakpoint supports_native_structured_output
    supports_adaptive_thinking supports_legacy_thinking thinking_always_on supports_tool_search
    supports_mid_conversation_system supports_none_reasoning_effort
    supports_minimal_reasoning_effort supports_low_reasoning_effort
    supports_xhigh_reasoning_effort supports_max_reasoning_effort reasoning_effort_levels
    default_reasoning_effort bedrock_output_config_effort_ceiling
    bedrock_converse_supports_strict_tools web_search_billing_unit
    google_maps_grounding_cost_per_query ocr_cost_per_credit provider_specific_entry
    uses_embed_content supports_image_size`,
  ],
  [
    105,
    `input_cost_per_token_balanced cache_creation_input_token_cost_above_272k_tokens_ultrafast
    cache_read_input_audio_token_cost cache_read_input_audio_token_cost_flex
    cache_read_input_audio_token_cost_priority cache_read_input_audio_token_cost_batches
    explicit_cache_read_input_token_cost cache_read_input_token_cost_above_272k_tokens_ultrafast
    cache_read_input_token_cost_balanced cache_read_input_token_cost_batches
    cache_read_input_token_cost_above_200k_tokens_batches
    cache_read_input_token_cost_above_272k_tokens_batches
    cache_creation_input_token_cost_batches
    cache_creation_input_token_cost_above_200k_tokens_batches
    cache_creation_input_token_cost_above_272k_tokens_batches
    cache_creation_input_token_cost_above_12hr cache_creation_input_token_cost_above_12hr_flex
    cache_creation_input_token_cost_above_12hr_priority
    cache_creation_input_token_cost_above_12hr_above_272k_tokens
    cache_creation_input_token_cost_above_12hr_above_272k_tokens_flex
    cache_creation_input_token_cost_above_12hr_above_272k_tokens_priority
    cache_creation_input_token_cost_above_12hr_batches
    cache_creation_input_token_cost_above_12hr_ultrafast
    cache_creation_input_token_cost_above_12hr_above_272k_tokens_batches
    cache_creation_input_token_cost_above_12hr_above_272k_tokens_ultrafast
    input_cost_per_token_above_272k_tokens_ultrafast cost_per_second input_cost_per_text_message
    input_cost_per_audio_token_flex input_cost_per_audio_token_priority
    input_cost_per_audio_token_batches input_cost_per_image_token_batches
    input_cost_per_video_token_batches input_cost_per_token_above_200k_tokens_batches
    input_cost_per_token_above_272k_tokens_batches
    output_cost_per_token_above_200k_tokens_batches
    output_cost_per_token_above_272k_tokens_batches output_cost_per_token_balanced
    output_cost_per_token_above_272k_tokens_ultrafast output_cost_per_second_720p
    output_cost_per_second_768p output_cost_per_second_2k output_cost_per_pixel
    output_cost_per_image_token_batches supports_thinking_cache_preservation
    supports_video_input supports_box_questions supports_bedrock_native_structured_output
    supports_anthropic_thinking_payload supports_anthropic_compaction reasoning_modes
    reasoning_contexts supports_regex_lookaround search_queries_cost_per_query
    search_free_requests ocr_cost_per_page_batches annotation_cost_per_page_batches
    supported_audio_formats token_count_framing token_count_model token_count_tokenizer
    vertex_ai_audio_api`,
  ],
]

export function unsetPriceMapFields(release: number): Record<string, null> {
  const names = namesSince
    .filter(([since]) => since <= release)
    .flatMap(([, text]) => text.trim().split(/\s+/))
  return Object.fromEntries(names.map((name) => [name, null]))
}
