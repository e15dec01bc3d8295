import { defineAsyncComponent } from 'vue'

const loadTime = once(() => import('./canvas/TimeChart.vue'))
const loadBars = once(() => import('./canvas/BarsChart.vue'))
const loadBubbles = once(() => import('./canvas/BubbleChart.vue'))

// chart.js comes with the first chart that is drawn, and never with the board.
export const TimeChart = defineAsyncComponent(loadTime)
export const BarsChart = defineAsyncComponent(loadBars)
export const BubbleChart = defineAsyncComponent(loadBubbles)

/** For a page that will draw them: they come while its answers do. */
export async function loadCharts(): Promise<void> {
  await Promise.all([loadTime(), loadBars(), loadBubbles()])
}

/** What has come is there at once, and not one picture of the page later. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined
      throw cause
    }))
}
