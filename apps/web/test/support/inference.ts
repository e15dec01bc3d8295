import type {
  Gpu,
  Gpus,
  Inference,
  InferenceEngine,
  InferenceFigures,
  InferenceLoad,
  InferenceModel,
  Latency,
  ModelEnergy,
  ModelVerdict,
} from '@podium/contracts'
import { boardWith } from './board.ts'

export const scrapedAt = '2026-11-29T14:03:20.004Z'
const window = { from: '2026-11-29T14:02:20.001Z', to: scrapedAt, seconds: 60.003, scrapes: 13 }
const exact = (value: number) => ({ value, bound: 'exact' as const, limit: null })

const latency = (n: number, p50: number, p95: number): Latency => ({
  n,
  mean: p50,
  p50: exact(p50),
  p90: exact(p95),
  p95: exact(p95),
  p99: exact(2 * p95),
})

export const fullFigures: InferenceFigures = {
  running: 32,
  waiting: 14,
  kv_cache_ratio: 0.96,
  kv_cache_basis: 'used',
  prompt_tokens: 910_200,
  cached_prompt_tokens: 555_222,
  generation_tokens: 250_800,
  prompt_tokens_per_second: 15_169.2,
  generation_tokens_per_second: 4179.8,
  requests: { finished: 412, failed: 0, aborted: 3, rejected: 0, refused: 1 },
  preemptions: 3,
  prefix_hit_ratio: 0.61,
  spec_accept_ratio: null,
  ttft_seconds: {
    ...latency(415, 0.9, 2.6),
    p50: { value: 0.15, bound: 'below', limit: 0.3 },
    p95: { value: 80, bound: 'above', limit: 80 },
  },
  itl_seconds: latency(415, 0.02, 0.048),
  tpot_seconds: null,
  e2e_seconds: null,
  queue_seconds: latency(412, 0.9, 3.1),
}

export const noFigures: InferenceFigures = {
  running: null,
  waiting: null,
  kv_cache_ratio: null,
  kv_cache_basis: null,
  prompt_tokens: null,
  cached_prompt_tokens: null,
  generation_tokens: null,
  prompt_tokens_per_second: null,
  generation_tokens_per_second: null,
  requests: { finished: null, failed: null, aborted: null, rejected: null, refused: null },
  preemptions: null,
  prefix_hit_ratio: null,
  spec_accept_ratio: null,
  ttft_seconds: null,
  itl_seconds: null,
  tpot_seconds: null,
  e2e_seconds: null,
  queue_seconds: null,
}

export const fullVerdict: ModelVerdict = {
  state: 'saturated',
  reason: 'kv_full',
  since: '2026-11-29T14:00:20.000Z',
  evidence: [
    { kind: 'waiting', value: 14, limit: 0, samples: 27, seconds: 130 },
    { kind: 'queue_p90_seconds', value: 3.1, limit: 1, samples: 13, seconds: 60 },
    { kind: 'kv_cache_ratio', value: 0.96, limit: 0.95, samples: 3, seconds: 10 },
  ],
  makers: {
    teams: [
      { id: 't_1', name: 'Byte Club', share: 0.382 },
      { id: 't_2', name: 'Latent Lions', share: 0.326 },
    ],
    share: 0.708,
  },
  advice: ['shorten_prompts', 'lower_concurrency', 'more_kv_memory'],
}

export const energyOfModel: ModelEnergy = {
  state: 'ok',
  source: 'counter',
  boundary: 'gpu_pue',
  seconds: 600,
  gpus: ['GPU-0'],
  joules: 79_740,
  idle_joules: 9360,
  facility_joules: 95_688,
  prompt_tokens: 910_200,
  generation_tokens: 250_800,
  mean_running: 30.4,
  joules_per_1k_generation_tokens: { gross: 317.9, net: 280.6 },
  joules_per_1k_tokens: { gross: 68.7, net: 60.6 },
  plausible: true,
  co2_grams: 9.09,
  co2_grams_per_million_tokens: 7.83,
  usd_per_million_tokens: { usage: 0.0061, with_idle: 0.0069 },
  hosted: { model: 'gpt-5-mini', usd_per_million_tokens: 0.63 },
  inputs: {
    usd_per_kwh: 0.3,
    grams_co2_per_kwh: 342,
    grams_source: 'DEU 2025, Ember (CC BY-SA 4.0)',
    pue: 1.2,
  },
}

export function engineWith(other: Partial<InferenceEngine> = {}): InferenceEngine {
  return {
    engine: 'gpu-01',
    kind: 'vllm',
    version: '0.32.0',
    model: 'qwen3-32b',
    public_models: ['qwen3-32b'],
    state: 'ok',
    reason: null,
    option: null,
    stale: false,
    scraped_at: scrapedAt,
    started_at: '2026-11-29T06:11:02.000Z',
    restarted_at: null,
    ranks: 1,
    context_tokens: 32_768,
    kv_capacity_tokens: 412_000,
    gpus: ['GPU-0'],
    gpus_known_by: 'configuration',
    window: { ...window, resets: 0, gaps: [] },
    figures: fullFigures,
    missing: [
      {
        figure: 'spec_accept_ratio',
        why: 'needs_option',
        looked_for: ['vllm:spec_decode_num_accepted_tokens_total'],
      },
    ],
    ...other,
  }
}

export function modelWith(other: Partial<InferenceModel> = {}): InferenceModel {
  return {
    model: 'qwen3-32b',
    public_models: ['qwen3-32b'],
    engines: ['gpu-01'],
    figures: fullFigures,
    verdict: fullVerdict,
    energy: energyOfModel,
    ...other,
  }
}

export function inferenceWith(other: Partial<Inference> = {}): Inference {
  return {
    as_of: scrapedAt,
    interval_seconds: 5,
    window: '60s',
    goals: {
      ttft_p95_seconds: 2,
      itl_p95_seconds: 0.05,
      queue_p90_seconds: 1,
      kv_cache_ratio: 0.9,
    },
    models: [modelWith()],
    engines: [engineWith()],
    ...other,
  }
}

export function gpuWith(index: number, other: Partial<Gpu> = {}): Gpu {
  return {
    gpu: `GPU-${index}`,
    index,
    name: 'NVIDIA H100 80GB HBM3',
    host: 'gpu-node-1',
    source: 'dcgm',
    gone: false,
    seen_at: scrapedAt,
    utilization_ratio: 0.97,
    memory_used_bytes: 75_883_347_968,
    memory_total_bytes: 85_520_809_984,
    power_watts: 412.873,
    power_limit_watts: 700,
    temperature_celsius: 51,
    memory_temperature_celsius: 58,
    sm_clock_hertz: 1_980_000_000,
    window,
    energy_joules: 24_772.4,
    energy_source: 'counter',
    idle_watts: 78,
    mig: [],
    engines: ['gpu-01'],
    known_by: 'configuration',
    ...other,
  }
}

export function gpusWith(gpus: Gpu[]): Gpus {
  return {
    as_of: scrapedAt,
    interval_seconds: 5,
    window: '60s',
    sources: [{ id: 'dcgm', kind: 'dcgm', state: 'ok', reason: null, scraped_at: scrapedAt }],
    gpus,
    totals: {
      gpus: gpus.filter(({ gone }) => !gone).length,
      power_watts: 412.873,
      energy_joules: 24_772.4,
      idle_watts: 78,
    },
  }
}

export function loadWith(other: Partial<InferenceLoad> = {}): InferenceLoad {
  const team = (id: string, name: string, mark: number) => ({ id, name, gone: false, mark })
  return {
    data_version: 1,
    window: boardWith([]).window,
    basis: 'allocation_by_tokens',
    models: [
      {
        model: 'qwen3-32b',
        public_models: ['qwen3-32b'],
        engines: ['gpu-01'],
        minutes: 60,
        engine_tokens: 756_000,
        gateway_tokens: 742_000,
        not_via_gateway_tokens: 14_000,
        ahead_tokens: 0,
        not_via_gateway_share: 0.0185,
        teams: [
          {
            team: team('t_1', 'Byte Club', 1),
            tokens: 289_200,
            tokens_per_minute: 4820,
            share: 0.3825,
          },
          { team: null, tokens: 9200, tokens_per_minute: 153.3, share: 0.0122 },
        ],
      },
    ],
    unlinked: { models: ['llama-local'], public_models: [] },
    ...other,
  }
}
