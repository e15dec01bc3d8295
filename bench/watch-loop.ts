import { monitorEventLoopDelay } from 'node:perf_hooks'

/** The longest delay of a timer while `work` goes on, in milliseconds. */
export async function watchLoop(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}
