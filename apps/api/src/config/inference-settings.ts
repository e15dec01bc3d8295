import { carbonCodes } from '@podium/inference-metrics'
import { keyProblem } from './checks.ts'
import { engineGpusProblem, modelEnginesProblem } from './inference-links.ts'
import { parseEngines, parseGpuSources } from './inference-targets.ts'
import { abouts, decimal, integer, text } from './setting.ts'

/** The engines and GPUs of local models, what they are held against, and what their electricity costs. */
export const inferenceSettings = {
  INFERENCE_URLS: text((value) => parseEngines(value).problem)
    .optional()
    .register(abouts, {
      description:
        'Engines of local models, as `[name=][engine+]http(s)://host[:port][/path]`, separated by commas: `vllm`, `sglang`, `aphrodite`, `tgi`, `llamacpp`, `triton`, `trtllm`, `lmdeploy` or `ollama`; without it the answer tells. `name` is what viewers see, else `host:port`. Without a path it is `/metrics` (`trtllm`: `/prometheus/metrics`, `ollama`: `/api/ps`).',
      fallback: 'none',
      secret: false,
    }),
  INFERENCE_API_KEY: text(keyProblem).optional().register(abouts, {
    description: 'Sent as `Authorization: Bearer` to every engine of `INFERENCE_URLS`.',
    fallback: 'none',
    secret: true,
  }),
  INFERENCE_SECONDS: integer(1, 60).default(5).register(abouts, {
    description: 'Seconds between two scrapes of engines and GPUs (1–60).',
    fallback: '5',
    secret: false,
  }),
  GPU_SOURCE: text((value) => (value === 'auto' ? null : parseGpuSources(value).problem))
    .default('auto')
    .register(abouts, {
      description:
        'What tells of GPUs: `none`, or a list of `nvidia-smi` and of exporters as `[name=]http(s)://…` (DCGM, nvidia_gpu_exporter, AMD’s). `auto` is `nvidia-smi` where the `PATH` has one.',
      fallback: 'auto',
      secret: false,
    }),
  CUDA_VISIBLE_DEVICES: text(() => null)
    .optional()
    .register(abouts, {
      description:
        'The GPUs that `nvidia-smi` is asked for: indices or UUIDs, separated by commas.',
      fallback: 'all',
      secret: false,
    }),
  MODEL_ENGINES: text(modelEnginesProblem).optional().register(abouts, {
    description:
      'Which engine serves a public model, where the names do not tell: `PUBLIC=MODEL[@ENGINE],…`, with the engine’s own name of the model; `PUBLIC=@ENGINE` is whatever that serves.',
    fallback: 'none: by the underlying name',
    secret: false,
  }),
  ENGINE_GPUS: text(engineGpusProblem).optional().register(abouts, {
    description:
      'Which GPUs an engine uses: `ENGINE=GPU[+GPU…],…`, by UUID or as `SOURCE:INDEX` (`nvidia-smi:0`).',
    fallback: 'none: by the labels of their source',
    secret: false,
  }),
  GOAL_TTFT_SECONDS: decimal(0.001, 600).default(2).register(abouts, {
    description:
      'The goal for the 95th percentile of the time to the first token, in seconds (0.001–600). That of the queue’s 90th is half of it.',
    fallback: '2',
    secret: false,
  }),
  GOAL_ITL_SECONDS: decimal(0.001, 600).default(0.05).register(abouts, {
    description:
      'The goal for the 95th percentile of the time between two tokens, in seconds (0.001–600).',
    fallback: '0.05',
    secret: false,
  }),
  ENERGY_PRICE_USD_PER_KWH: decimal(0, 10).optional().register(abouts, {
    description: 'What a kilowatt hour costs, in US dollars (0–10).',
    fallback: 'none: no money',
    secret: false,
  }),
  GRID_GRAMS_CO2_PER_KWH: decimal(0, 2000, carbonCodes)
    .optional()
    .register(abouts, {
      description: `Grams of CO₂ for a kilowatt hour (0–2000), or the average of a country (${carbonCodes.join(', ')}) by Ember.`,
      fallback: 'none: no CO₂',
      secret: false,
    }),
  PUE: decimal(1, 3).optional().register(abouts, {
    description: 'What the building draws for each watt of its machines (1–3).',
    fallback: 'none: GPUs only',
    secret: false,
  }),
}
