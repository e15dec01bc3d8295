import { setTimeout as sleep } from 'node:timers/promises'
import type { Tick } from '../../domain/inference/scraped.ts'
import { minuteMs } from '../../domain/utc-day.ts'
import type { Minutes, Slices } from './minutes.ts'

type Writer = {
  minutes: Minutes
  /** What is written of the last hour. */
  written: () => Promise<Slices>
  /** Rejects where the store is away. */
  save: (slices: Slices) => Promise<void>
  onFailure: (error: unknown) => void
  now: () => number
}

/** A tick waits no longer for the store. */
const patienceMs = 1000
/** Minutes that are kept while the store is away. */
const most = 60

/** What a process keeps that does not lead: whoever leads may end before it has written its minute. */
const spareMs = 3 * minuteMs

/** Writes each minute once it is over, while this process leads. */
export function createMinuteWriter({ minutes, written, save, onFailure, now }: Writer) {
  let isLeading = false
  let waiting: Slices[] = []

  async function write(): Promise<void> {
    try {
      for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
        await save(next)
        waiting = waiting.filter((slices) => slices !== next)
      }
    } catch (error) {
      onFailure(error)
    }
  }

  function put(before: number): void {
    const slices = minutes.cut(isLeading ? before : before - spareMs)
    if (!isLeading || slices.engines.length + slices.gpus.length === 0) return
    waiting = [...waiting, slices].slice(-most)
  }

  let writing = Promise.resolve()
  const writeNext = () => (writing = writing.then(write))

  return {
    onTick: async (tick: Tick): Promise<void> => {
      minutes.take(tick)
      put(tick.at - (tick.at % minuteMs))
      if (waiting.length > 0) await Promise.race([writeNext(), sleep(patienceMs)])
    },
    /** From where the process ended that wrote before. */
    lead: async (): Promise<void> => {
      minutes.goOnAfter(await written())
      isLeading = true
    },
    /** Writes what there is of the present minute, for another one will go on from here. */
    leave: async (): Promise<void> => {
      put(now())
      await writeNext()
      isLeading = false
      waiting = []
    },
  }
}
