import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { theme } from '../../src/http/reference/theme.ts'
import { testApp } from '../support/test-app.ts'

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
  const own = tokensOf(theme.split('.light-mode')[0] ?? '')
  const board = tokensOf(read('apps/web/src/styles/tokens.css'))
  expect(Object.keys(own).length).toBeGreaterThan(5)
  expect(board).toMatchObject(own)
})

test('the page at /docs may load from this server only, and turns no text into code', async () => {
  const { get } = await testApp()
  const page = await get('/docs')
  const policy = page.headers.get('content-security-policy') ?? ''
  const sources = policy.split('; ').flatMap((rule) => rule.split(' ').slice(1))
  expect([...new Set(sources)].toSorted()).toEqual(["'none'", "'self'", "'unsafe-inline'", 'data:'])
  expect(policy).toContain("script-src 'self';")
  const named = [...(await page.text()).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url)
  expect(named).toContain('/docs/scalar.js')
  expect(named.filter((url) => !url?.startsWith('/'))).toEqual([])
})

test('the page at /docs is set in the letters of the board, which this server has', async () => {
  const { get } = await testApp()
  expect(await (await get('/docs/style.css')).text()).toContain("url('/docs/inter.woff2')")
  const font = await get('/docs/inter.woff2')
  expect(font.headers.get('content-type')).toBe('font/woff2')
  expect(Buffer.from(await font.arrayBuffer()).toString('latin1', 0, 4)).toBe('wOF2')
})
