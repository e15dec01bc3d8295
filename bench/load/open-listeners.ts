import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { ask, cores, end, nextMessage, spawnPinned } from '../pinned.ts'

const script = join(import.meta.dirname, 'listeners.ts')

/** So many clients of a server's stream, all of whom listen already; who asks for more has more. */
export async function openListeners(
  parts: AsyncDisposableStack,
  wanted: { port: number; clients: number },
): Promise<ChildProcess> {
  const listeners = spawnPinned(cores.client, script)
  parts.defer(() => end(listeners))
  await nextMessage(listeners)
  await ask(listeners, wanted)
  return listeners
}
