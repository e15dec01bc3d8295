import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createCompressedAnswer } from '../../../src/http/cache/compressed-answer.ts'

const json = Buffer.from(JSON.stringify(Array.from({ length: 200 }, (_, rank) => ({ rank }))))

test('every form is the same answer, compressed when it is first asked for and once', async () => {
  const answer = createCompressedAnswer(json)
  const [first, second] = await Promise.all([answer.body('br'), answer.body('br')])
  expect(first).toBe(second)
  expect(brotliDecompressSync(first)).toEqual(json)
  expect(gunzipSync(await answer.body('gzip'))).toEqual(json)
  expect(await answer.body('identity')).toBe(json)
  expect(await answer.body('br')).toBe(first)
  expect(first.length + (await answer.body('gzip')).length).toBeLessThan(answer.bytes - json.length)
})

test('each coding of each content has a tag of its own', () => {
  const codings = ['br', 'gzip', 'identity'] as const
  const tags = [json, Buffer.from('{}')].flatMap((body) =>
    codings.map(createCompressedAnswer(body).etag),
  )
  expect(new Set(tags).size).toBe(6)
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
  expect(codings.map(createCompressedAnswer(Buffer.from(json)).etag)).toEqual(tags.slice(0, 3))
})

test('what fits one packet is small', () => {
  expect(createCompressedAnswer(Buffer.from('{}')).isSmall).toBe(true)
  expect(createCompressedAnswer(json).isSmall).toBe(false)
})
