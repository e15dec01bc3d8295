import { defineEngine } from './adapter.ts'
import { textAt } from './details.ts'
import { readTable } from './read-table.ts'
import { vllmTable } from './vllm-table.ts'

export const aphrodite = defineEngine({
  kind: 'aphrodite',
  path: '/metrics',
  option: null,
  asks: [{ path: '/version', read: (answer) => ({ version: textAt(answer, 'version') }) }],
  read: readTable(vllmTable(['aphrodite:', 'aphrodite_'])),
})
