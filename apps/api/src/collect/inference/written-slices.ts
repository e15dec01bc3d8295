import { secondsPerHour } from '../../domain/utc-day.ts'
import type { Store } from '../../store/open-store.ts'
import type { Slices } from './minutes.ts'

/** What is written of the hour around an instant, in ms; another process may have a clock that is ahead of ours. */
export async function writtenSlices(
  store: Pick<Store, 'engineSlices' | 'gpuSlices'>,
  now: number,
): Promise<Slices> {
  const second = Math.floor(now / 1000)
  const span = { from: second - secondsPerHour, to: second + secondsPerHour }
  return { engines: await store.engineSlices(span, [1]), gpus: await store.gpuSlices(span, [1]) }
}
