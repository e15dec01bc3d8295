import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { style } from '../../src/http/reference/style.ts'

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')

/** The custom properties that a style sheet sets, by name. */
function tokensOf(css: string): Record<string, string> {
  const plain = css.replaceAll(/\/\*[^]*?\*\//g, '')
  return Object.fromEntries(
    [...plain.matchAll(/^ {2}(--[\w-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll(/\s+/g, ' '),
    ]),
  )
}

test('the page at /docs looks as the board does', () => {
  const own = tokensOf(style)
  const board = tokensOf(read('apps/web/src/styles/tokens.css'))
  expect(Object.keys(own).length).toBeGreaterThan(5)
  expect(board).toMatchObject(own)
})
