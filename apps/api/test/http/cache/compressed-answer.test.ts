import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keepAnswer } from '../../../src/http/cache/compressed-answer.ts'

const json = Buffer.from(JSON.stringify(Array.from({ length: 200 }, (_, rank) => ({ rank }))))

test('every form is the same answer, compressed when it is first asked for and once', async () => {
  const kept = keepAnswer(json)
  expect(kept.ready('br')).toBeUndefined()
  const [first, second] = await Promise.all([kept.body('br'), kept.body('br')])
  expect(first).toBe(second)
  expect(kept.ready('br')).toBe(first)
  expect(brotliDecompressSync(first)).toEqual(json)
  expect(gunzipSync(await kept.body('gzip'))).toEqual(json)
  expect(await kept.body('identity')).toBe(json)
  expect(first.length + (await kept.body('gzip')).length).toBeLessThan(kept.bytes - json.length)
})

test('each coding of each content has a tag of its own', () => {
  const codings = ['br', 'gzip', 'identity'] as const
  const tags = [json, Buffer.from('{}')].flatMap((body) => codings.map(keepAnswer(body).etag))
  expect(new Set(tags).size).toBe(6)
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
  expect(codings.map(keepAnswer(Buffer.from(json)).etag)).toEqual(tags.slice(0, 3))
})

test('what fits one packet is small', () => {
  expect(keepAnswer(Buffer.from('{}')).isSmall).toBe(true)
  expect(keepAnswer(json).isSmall).toBe(false)
})
