import { expect, test } from 'vitest'
import { safeKey, safeLabel } from '../../src/schema/names.ts'

test('an ordinary name stays as it is', () => {
  for (const name of ['gpt-4o', 'Größe 7', 'team 👩‍🔬', '', 'x'.repeat(500)])
    expect(safeKey(name)).toBe(name)
  expect(safeLabel('Größe 7')).toBe('Größe 7')
})

test('nothing that a store refuses is left of a key, and two keys stay two', () => {
  const long = 'x'.repeat(6000)
  const keys = ['a\0', 'a', 'a\u202e', '\ud800', '\udfff', long, `${long}y`, 'a\r\nb', 'a b'].map(
    safeKey,
  )
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) {
    expect(key.length).toBeLessThanOrEqual(500)
    expect(key.isWellFormed()).toBe(true)
    expect(key).not.toMatch(/[\p{Cc}\u202e]/u)
  }
})

test('a name for people is one line of at most 64 graphemes, none of them cut', () => {
  expect(safeLabel('a\r\nb\u202ec\0')).toBe('a b c')
  const label = safeLabel('👩‍🔬'.repeat(200))
  expect([...new Intl.Segmenter().segment(label)]).toHaveLength(64)
  expect(label.endsWith('👩‍🔬…')).toBe(true)
})
