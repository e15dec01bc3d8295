import { listModel } from './kind.ts'
import type { SimulatedKind } from './kind.ts'
import { vllm, writeVllm } from './vllm.ts'

/** Aphrodite, which took vLLM's metrics over under a prefix of its own. */
export const aphrodite: SimulatedKind = {
  ...vllm,
  versions: { new: '0.24.1', old: '0.6.7' },
  write: (view) => writeVllm('aphrodite', view, false),
  answers: {
    '/version': ({ version }) => ({ version }),
    '/v1/models': (view) => listModel(view, 'aphrodite', { max_model_len: view.contextTokens }),
  },
}
