import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What is really held: after a collection. */
export function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (!isCollect(collect)) throw new Error('There is no collector to call')
  collect()
  return process.memoryUsage().heapUsed
}

function isCollect(value: unknown): value is () => void {
  return typeof value === 'function'
}
