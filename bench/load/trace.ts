import type { CDPSession } from 'playwright'
import { z } from 'zod'

const Event = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  args: z.looseObject({}).optional(),
  /** Microseconds of the processor, which a busy machine does not stretch. */
  tdur: z.number().optional(),
})
const ThreadName = z.object({ name: z.string() })
const Batch = z.object({ value: z.array(z.unknown()) })

export type MainThread = { totalMs: number; longestMs: number }

/** What the page's main thread does meanwhile, by Chromium's own trace. */
export async function traceMainThread(
  devtools: CDPSession,
  work: () => Promise<unknown>,
): Promise<MainThread> {
  const events: z.infer<typeof Event>[] = []
  const keep = (batch: unknown) => {
    for (const one of Batch.parse(batch).value) {
      const event = Event.safeParse(one)
      if (event.success) events.push(event.data)
    }
  }
  devtools.on('Tracing.dataCollected', keep)
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  })
  await work()
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await complete
  devtools.off('Tracing.dataCollected', keep)
  return sumOf(events)
}

/** Of the renderer that has worked most: the browser's own pages have theirs. */
function sumOf(events: readonly z.infer<typeof Event>[]): MainThread {
  const mains = events
    .filter(
      ({ name, args }) =>
        name === 'thread_name' && ThreadName.safeParse(args).data?.name === 'CrRendererMain',
    )
    .map(({ pid, tid }) => {
      const tasks = events
        .filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask')
        .map(({ tdur = 0 }) => tdur / 1000)
      return { totalMs: tasks.reduce((sum, ms) => sum + ms, 0), longestMs: Math.max(0, ...tasks) }
    })
  const [main] = mains.toSorted((a, b) => b.totalMs - a.totalMs)
  if (main === undefined) throw new Error('the trace knows no main thread')
  return main
}
