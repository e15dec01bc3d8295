import { expect, test } from 'vitest'
import { viewOn } from '../../src/lib/pages.ts'

test('the span and the filters go from page to page, the measure is the board’s', () => {
  const view = { range: '7d', team: ['t_1', 't_2'], measure: 'score', metric: 'spend', q: 'lions' }
  expect(viewOn('/', view)).toEqual({ range: '7d', team: ['t_1', 't_2'], measure: 'score' })
  expect(viewOn('/analytics', view)).toEqual({ range: '7d', team: ['t_1', 't_2'] })
})
