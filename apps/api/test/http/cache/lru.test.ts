import { expect, test } from 'vitest'
import { createLru } from '../../../src/http/cache/lru.ts'

test('what was not used for longest goes first, and the size is never passed', () => {
  const lru = createLru<string>(10)
  lru.put('a', 'A', 4)
  lru.put('b', 'B', 4)
  expect(lru.get('a')).toBe('A')
  lru.put('c', 'C', 4)
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual(['A', undefined, 'C'])
  lru.put('a', 'AA', 2)
  expect([lru.get('a'), lru.bytes()]).toEqual(['AA', 6])
})

test('what is larger than all of it is not held, and nothing leaves for it', () => {
  const lru = createLru<string>(10)
  lru.put('a', 'A', 10)
  lru.put('b', 'B', 11)
  expect([lru.get('a'), lru.get('b')]).toEqual(['A', undefined])
  lru.put('a', 'larger', 11)
  expect([lru.get('a'), lru.bytes()]).toEqual([undefined, 0])
})
