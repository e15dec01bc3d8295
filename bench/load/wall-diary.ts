import type { CDPSession, Page } from 'playwright'
import { z } from 'zod'

const Heap = z.object({ usedSize: z.number() })
const Metrics = z.object({
  metrics: z.array(z.object({ name: z.string(), value: z.number() })),
})

/** What stays of the page when its garbage is gone, and what it has had of the processor so far. */
export type Weight = { heapMb: number; nodes: number; taskSeconds: number }

export async function weigh(devtools: CDPSession): Promise<Weight> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = Heap.parse(await devtools.send('Runtime.getHeapUsage'))
  const { metrics } = Metrics.parse(await devtools.send('Performance.getMetrics'))
  const valueOf = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN
  return {
    heapMb: usedSize / 2 ** 20,
    nodes: valueOf('Nodes'),
    taskSeconds: valueOf('TaskDuration'),
  }
}

export type Sight = { scene: string; isFresh: boolean; smallest: number }

/** What the screen shows: its scene, told by the heading and the first place on it; whether its data are fresh; its smallest text in hundredths of the height. */
export async function look(page: Page): Promise<Sight> {
  return await page.evaluate<Sight>(sight)
}

const sight = `(() => {
  const has = (selector) => document.querySelector(selector) !== null
  const textOf = (selector) => document.querySelector(selector)?.textContent ?? ''
  const isRead = (element) =>
    element.closest('.visually-hidden') === null &&
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '',
    )
  const sizes = [...document.querySelectorAll('main.wall *')]
    .filter(isRead)
    .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  return {
    scene: (textOf('h1') + ' ' + textOf('.lane .rank')).trim(),
    isFresh: has('.age.ok') && !has('.told'),
    smallest: (100 * Math.min(...sizes)) / innerHeight,
  }
})()`

/** Counts what should not happen to a page; a browser's own word of a server that is away is not the page's fault. */
export function watchPage(page: Page): {
  reloads: number
  errors: string[]
  isServerAway: boolean
} {
  const seen = { reloads: 0, errors: new Array<string>(), isServerAway: false }
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) seen.reloads += 1
  })
  page.on('pageerror', ({ message }) => seen.errors.push(message))
  page.on('console', (message) => {
    const text = message.text()
    const isOfServer = seen.isServerAway && text.startsWith('Failed to load resource: net::ERR_')
    if (message.type() === 'error' && !isOfServer) seen.errors.push(text)
  })
  return seen
}
