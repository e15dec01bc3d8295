import type { InferenceSeries } from '@podium/contracts'
import { computed, type Ref } from 'vue'
import {
  askGpus,
  askGpuSeries,
  askInference,
  askInferenceLoad,
  askInferenceSeries,
} from '../../api/questions.ts'
import { useI18n } from '../../i18n/use-i18n.ts'
import { useScraped } from './use-scraped.ts'

/** Two answers as one, which has failed where either has. */
export type SeriesAnswer = {
  data: Readonly<Ref<InferenceSeries | undefined>>
  error: Readonly<Ref<unknown>>
  refresh: () => Promise<void>
}

const lastHour = { range: '1h', bucket: 'minute' } as const
const ofModels = { by: 'model', ...lastHour } as const

/** What the page asks, each once for all models and GPUs. */
export function useInferenceAnswers() {
  const { format } = useI18n()
  const tz = computed(() => format.value.timeZone)
  const latencies = useScraped(() =>
    askInferenceSeries({
      metric: ['ttft_p50', 'ttft_p95', 'ttft_p99', 'itl_p50', 'itl_p95', 'itl_p99'],
      ...ofModels,
      tz: tz.value,
    }),
  )
  const loads = useScraped(() =>
    askInferenceSeries({
      metric: ['running', 'waiting', 'kv_cache_ratio'],
      ...ofModels,
      tz: tz.value,
    }),
  )
  const series = computed(() => {
    const [one, other] = [latencies.data.value, loads.data.value]
    if (one === undefined || other === undefined) return undefined
    const isOneSpan = one.starts[0] === other.starts[0] && one.starts.length === other.starts.length
    return { ...one, lines: isOneSpan ? [...one.lines, ...other.lines] : one.lines }
  })
  return {
    now: useScraped(() => askInference({ window: '60s' })),
    /** Energy needs longer than the figures do. */
    tenMinutes: useScraped(() => askInference({ window: '10m' })),
    gpus: useScraped(() => askGpus({ window: '60s' })),
    busy: useScraped(() =>
      askGpuSeries({ metric: 'utilization_ratio', ...lastHour, tz: tz.value }),
    ),
    load: useScraped(() => askInferenceLoad({ range: '1h', tz: tz.value })),
    /** Both of one span, else they are not of one picture. */
    series: {
      data: series,
      error: computed(() => latencies.error.value ?? loads.error.value),
      refresh: async () => {
        await Promise.all([latencies.refresh(), loads.refresh()])
      },
    },
  }
}
