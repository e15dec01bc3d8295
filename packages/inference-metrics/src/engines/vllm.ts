import { defineEngine } from './adapter.ts'
import { textAt } from './details.ts'
import { readTable } from './read-table.ts'
import { vllmTable } from './vllm-table.ts'

const omni = ['vllm_omni:', 'v_llm_omni:']

export const vllm = defineEngine({
  kind: 'vllm',
  path: '/metrics',
  option: null,
  asks: [{ path: '/version', read: (answer) => ({ version: textAt(answer, 'version') }) }],
  read: readTable({
    // Ray Serve has a prefix of its own.
    ...vllmTable(['vllm:', 'vllm_', 'ray_vllm:', 'ray_vllm_']),
    // With vLLM-Omni `engine` numbers the stages of a pipeline, which must not be added: the first one makes the text.
    keep: ({ families, samples }) => {
      const names = [...families.keys(), ...samples.keys()]
      if (!names.some((name) => omni.some((prefix) => name.startsWith(prefix)))) return null
      return (labels) => (labels.get('engine') ?? '0') === '0'
    },
  }),
})
