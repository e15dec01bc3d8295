import { computed } from 'vue'
import { askBudgets, askHours, askMatrix, askSeries, askUsage } from '../../api/questions.ts'
import { useView } from '../filters/use-view.ts'
import { measureOfCell } from './matrix/matrix-table.ts'
import { measureOfMetric } from './time/measure-of-metric.ts'
import { sumMetric } from './sum-metric.ts'
import { useAnalyticsView } from './use-analytics-view.ts'
import { useAnswer } from './use-answer.ts'

/** What the cards of `/analytics` ask: those that ask the same share one answer. */
export function useAnalyticsAnswers() {
  const { window } = useView()
  const { view } = useAnalyticsView()
  const measure = computed(() => sumMetric(view.value.metric))
  return {
    series: useAnswer(() => {
      const { metric, by, then, bucket, rank, top, cumulative, before } = view.value
      return askSeries({
        ...window.value,
        measure: measureOfMetric[metric],
        by,
        then: then ?? undefined,
        bucket: bucket === 'auto' ? undefined : bucket,
        order: rank === 'change' ? rank : undefined,
        top,
        cumulative: cumulative ? 'true' : undefined,
        compare: before || bucket === 'all' ? 'before' : undefined,
      })
    }),
    /** Metrics, success and parts. */
    grouped: useAnswer(() =>
      askUsage({ ...window.value, by: view.value.by, top: 20, compare: 'before' }),
    ),
    models: useAnswer(() =>
      askUsage({ ...window.value, by: 'model', then: 'provider', measure: measure.value, top: 20 }),
    ),
    cost: useAnswer(() =>
      askUsage({ ...window.value, by: 'team', then: 'model', measure: 'spend', top: 60 }),
    ),
    providers: useAnswer(() =>
      askUsage({ ...window.value, by: 'provider', measure: measure.value, top: 20 }),
    ),
    matrix: useAnswer(() =>
      askMatrix({ ...window.value, measure: measureOfCell[view.value.cell] }),
    ),
    budgets: useAnswer(() => askBudgets({ ...window.value })),
    hours: useAnswer(() => askHours({ ...window.value, measure: measure.value })),
  }
}
