import { expect, test } from 'vitest'
import { createCollectorState } from '../../src/collect/collector-state.ts'
import { failed, succeeded } from '../../src/collect/source-health.ts'

test('of all attempts, those that change the state of a source or its reason are news', () => {
  const news: string[] = []
  const { apply, sources } = createCollectorState({
    source: (name, before, after) => news.push(`${name}: ${before.state} → ${after.state}`),
    data: () => undefined,
    history: () => undefined,
    untold: () => undefined,
    store: () => undefined,
    fault: () => undefined,
  })
  const well = succeeded(1000, 11_000)
  const lost = failed(well, 'conn_refused', 12_000)
  const attempts = [
    well,
    succeeded(11_000, 21_000),
    lost,
    failed(lost, 'conn_refused', 14_000),
    failed(lost, 'timeout', 18_000),
    succeeded(18_000, 28_000),
  ]
  for (const health of attempts) apply({ kind: 'source', name: 'activity', health })
  expect(news).toEqual([
    'activity: pending → ok',
    'activity: ok → down',
    'activity: down → down',
    'activity: down → ok',
  ])
  expect(sources()[0]?.last_success_at).toBe('1970-01-01T00:00:18.000Z')
})
