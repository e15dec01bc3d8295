/** What a small vLLM says after so many requests of 200 prompt and 100 generated tokens. */
export function vllmText(requests: number, { model = 'qwen3-32b', running = 1, waiting = 0 } = {}) {
  return vllmWith({
    model,
    running,
    waiting,
    promptTokens: requests * 200,
    generationTokens: requests * 100,
  })
}

type Told = {
  model: string
  running: number
  waiting: number
  promptTokens: number
  generationTokens: number
}

export function vllmWith({
  model,
  running,
  waiting,
  promptTokens,
  generationTokens,
}: Told): string {
  const of = `engine="0",model_name="${model}"`
  return [
    `vllm:num_requests_running{${of}} ${running}`,
    `vllm:num_requests_waiting{${of}} ${waiting}`,
    `vllm:kv_cache_usage_perc{${of}} 0.5`,
    `vllm:prompt_tokens_total{${of}} ${promptTokens}`,
    `vllm:generation_tokens_total{${of}} ${generationTokens}`,
    '',
  ].join('\n')
}
