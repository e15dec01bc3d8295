import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { cores, end, nextMessage, spawnPinned } from '../pinned.ts'

const script = join(import.meta.dirname, 'hammer.ts')

export async function startHammer(parts: AsyncDisposableStack): Promise<ChildProcess> {
  const hammer = spawnPinned(cores.client, script)
  parts.defer(() => end(hammer))
  await nextMessage(hammer)
  return hammer
}
