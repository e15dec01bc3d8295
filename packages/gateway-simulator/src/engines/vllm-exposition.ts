export interface EngineMoment {
  model: string
  /** Seconds since the epoch. */
  nowSeconds: number
  /** When the engine came up, and its counters were zero. */
  startedSeconds: number
}

const wavePeriod = 900

/** Share of its capacity that the engine uses: a slow wave between a tenth and nine tenths. */
function loadAt(seconds: number): number {
  return 0.5 - 0.4 * Math.cos((2 * Math.PI * seconds) / wavePeriod)
}

/** The load summed over time, so that counters agree with the gauges and never fall. */
function workUntil(seconds: number): number {
  const angle = (2 * Math.PI * seconds) / wavePeriod
  return 0.5 * seconds - (0.4 * wavePeriod * Math.sin(angle)) / (2 * Math.PI)
}

const requestsPerSecond = 3

const latencies: readonly (readonly [name: string, mean: number, per: number, bounds: number[]])[] =
  [
    ['time_to_first_token_seconds', 0.31, 1, [0.05, 0.1, 0.25, 0.5, 1, 2.5]],
    ['inter_token_latency_seconds', 0.019, 480, [0.005, 0.01, 0.025, 0.05, 0.1, 0.25]],
    ['e2e_request_latency_seconds', 9.4, 1, [1, 2.5, 5, 10, 20, 40]],
  ]

/** The metrics of a vLLM engine at one moment. They depend on nothing else. */
export function writeVllmExposition({ model, nowSeconds, startedSeconds }: EngineMoment): string {
  const load = loadAt(nowSeconds)
  const requests = Math.floor(
    requestsPerSecond * (workUntil(nowSeconds) - workUntil(startedSeconds)),
  )
  const labels = `engine="0",model_name="${model}"`
  const metric = (name: string, type: string, lines: readonly string[]) =>
    [`# HELP vllm:${name} ${name}`, `# TYPE vllm:${name} ${type}`, ...lines].join('\n')
  const gauge = (name: string, value: number) =>
    metric(name, 'gauge', [`vllm:${name}{${labels}} ${value}`])
  const counter = (name: string, value: number) =>
    metric(`${name}_total`, 'counter', [`vllm:${name}_total{${labels}} ${value}`])
  return `${[
    gauge('num_requests_running', Math.round(load * 28)),
    gauge('num_requests_waiting', Math.max(0, Math.round((load - 0.75) * 40))),
    gauge('kv_cache_usage_perc', Number((load * 0.82).toFixed(4))),
    counter('prompt_tokens', requests * 1450),
    counter('generation_tokens', requests * 480),
    counter('prefix_cache_queries', requests * 1450),
    counter('prefix_cache_hits', requests * 610),
    counter('num_preemptions', Math.floor(requests / 900)),
    metric('request_success_total', 'counter', [
      `vllm:request_success_total{${labels},finished_reason="stop"} ${requests - Math.floor(requests / 12)}`,
      `vllm:request_success_total{${labels},finished_reason="length"} ${Math.floor(requests / 12)}`,
    ]),
    ...latencies.map(([name, mean, per, bounds]) =>
      metric(
        name,
        'histogram',
        writeHistogram(`vllm:${name}`, labels, { mean, bounds, count: requests * per }),
      ),
    ),
  ].join('\n')}\n`
}

function writeHistogram(
  name: string,
  labels: string,
  { mean, bounds, count }: { mean: number; bounds: readonly number[]; count: number },
): string[] {
  const below = (bound: number) => Math.round(count * (1 - Math.exp(-bound / mean)))
  return [
    ...bounds.map((bound) => `${name}_bucket{${labels},le="${bound}"} ${below(bound)}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${(count * mean).toFixed(3)}`,
    `${name}_count{${labels}} ${count}`,
  ]
}
