import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StoreLocation } from '../../../src/store/store-location.ts'
import { spawnChild } from './spawn-child.ts'

/** Lets a process book some polls, kills it a moment later, and counts what it acknowledged. */
export async function runUntilKilled(
  place: StoreLocation,
  { polls, laterMs }: { polls: number; laterMs: number },
): Promise<number> {
  const running = spawnChild(place)
  let acknowledged = 0
  const { promise: enough, resolve } = Promise.withResolvers<undefined>()
  const lines = createInterface({ input: running.stdout }).on('line', (line) => {
    if (Number(line) > 0) acknowledged += 1
    if (acknowledged >= polls) resolve(undefined)
  })
  const closed = once(lines, 'close')
  const exited = once(running, 'exit')
  await Promise.race([enough, exited])
  await sleep(laterMs)
  running.kill('SIGKILL')
  await Promise.all([exited, closed])
  return acknowledged
}
