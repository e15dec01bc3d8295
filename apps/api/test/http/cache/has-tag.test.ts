import { expect, test } from 'vitest'
import { hasTag } from '../../../src/http/cache/has-tag.ts'

test.each([
  ['"a-br"', true],
  ['W/"a-br"', true],
  ['"x", "a-br"', true],
  ['"x",W/"a-br" , "y"', true],
  [' * ', true],
  ['"x, "', false],
  ['"a"', false],
  ['a-br', false],
  ['', false],
  [undefined, false],
])('If-None-Match: %s', (header, isThere) => {
  expect(hasTag(header, '"a-br"')).toBe(isThere)
})
