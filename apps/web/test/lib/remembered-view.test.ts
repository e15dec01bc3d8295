import { expect, test } from 'vitest'
import { rememberedView } from '../../src/lib/remembered-view.ts'

test('what was chosen is remembered, a search is not, and the defaults are nothing', () => {
  const query = { measure: 'spend', range: '7d', team: ['t_a', 't_b'], q: 'lions', wall: null }
  expect(rememberedView('/', query, null)).toBe('measure=spend&range=7d&team=t_a&team=t_b')
  expect(rememberedView('/t/t_a', { q: 'lions' }, 'measure=spend')).toBeNull()
})

test('other pages leave the measure of the board as it was', () => {
  expect(rememberedView('/analytics', { range: '7d', metric: 'cost' }, 'measure=spend')).toBe(
    'range=7d&measure=spend',
  )
})
