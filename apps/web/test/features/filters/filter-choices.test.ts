import { expect, test } from 'vitest'
import {
  activeFilters,
  matchingChoices,
  toggled,
} from '../../../src/features/filters/filter-choices.ts'

test('choices are found anywhere in their name, and never more than there is room for', () => {
  const many = Array.from({ length: 250 }, (_, at) => ({ value: `${at}`, label: `Team ${at}` }))
  expect(matchingChoices(many, ' TEAM 249 ').shown.map(({ value }) => value)).toEqual(['249'])
  const all = matchingChoices(many, '')
  expect([all.shown.length, all.more]).toEqual([100, 150])
})

test('choosing twice is not choosing', () => {
  expect(toggled(toggled(['a'], 'b'), 'b')).toEqual(['a'])
})

test('every name that is filtered by is one chip', () => {
  expect(activeFilters({ team: ['t_a'], model: ['x', 'y'], provider: [] })).toEqual([
    { kind: 'team', value: 't_a' },
    { kind: 'model', value: 'x' },
    { kind: 'model', value: 'y' },
  ])
})
