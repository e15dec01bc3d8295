import { expect, test } from 'vitest'
import { closestName } from '../../../src/features/board/closest-name.ts'

const names = ['Latent Lions', 'Prompt Pilots', 'Cache Me Outside']

test.each([
  ['zzz, pilts', 'Prompt Pilots'],
  ['ligons', 'Latent Lions'],
  ['CACHED', 'Cache Me Outside'],
  ['zzz', undefined],
  ['l', undefined],
  ['', undefined],
])('of these teams the closest to “%s” is %s', (search, closest) => {
  expect(closestName(names, search)).toBe(closest)
})

test('among nobody there is no closest', () => {
  expect(closestName([], 'lions')).toBe(undefined)
})
