import type { EngineView, SimulatedKind } from './kind.ts'

const minuteMs = 60_000
const bytesPerContextToken = 147_456
const weights = 3_340_000_000

/** Ollama, which has no metrics: it says which models are loaded. */
export const ollama: SimulatedKind = {
  path: '/api/ps',
  versions: { new: '0.13.1', old: '0.5.7' },
  bounds: { ttft: [1], itl: [1], tpot: [1], e2e: [1], queue: [1] },
  contentType: 'application/json; charset=utf-8',
  write: (view) => JSON.stringify({ models: [describeModel(view)] }),
  answers: {
    '/api/version': ({ version }) => ({ version }),
    '/': () => 'Ollama is running',
  },
}

function describeModel({ model, nowMs, contextTokens, names }: EngineView) {
  const size = weights + contextTokens * bytesPerContextToken
  return {
    name: model,
    model,
    size,
    digest: 'c0494fe00251c4fc844e6e1801f9cbd26c37441d034af3cb9284402f7e91989d',
    details: { family: 'gemma3', parameter_size: '4.3B', quantization_level: 'Q4_K_M' },
    expires_at: new Date(nowMs + 5 * minuteMs).toISOString(),
    size_vram: size,
    ...(names === 'new' && { context_length: contextTokens }),
  }
}
