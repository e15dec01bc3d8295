import { expect } from 'vitest'
import { parseExposition, type Exposition } from '../../src/index.ts'

export function readExposition(text: string): Exposition {
  const parsed = parseExposition(text)
  expect(parsed.ok).toBe(true)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.exposition
}
