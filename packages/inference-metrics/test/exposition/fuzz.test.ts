import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import {
  engines,
  parseExposition,
  readEngine,
  readGpus,
  readNvidiaSmi,
  readNvidiaSmiXml,
} from '../../src/index.ts'
import { captureOfKind } from '../support/captures.ts'

const isDeep = inject('isDeep')
// 10,000 bodies in the long form, other ones each time.
const settings = isDeep ? { numRuns: 10_000 } : { numRuns: 500, seed: 20_261_121 }

const piece = fc.oneof(
  fc.constantFrom('m', 'vllm:x_total', '{', '}', '"', '\\', ',', '=', ' ', '\t', '\n', '\r', '#'),
  fc.constantFrom('# TYPE ', '# EOF', 'NaN', '+Inf', '1e309', '-', '0x1', '\u0000', '\uFEFF', '💥'),
  fc.constantFrom('m{a="b"} 1\n', 'm_bucket{le="+Inf"} 4\n', '\\n', '\\"', 'a="', '"} 1\n'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double().map(String),
)
const body = fc.array(piece, { maxLength: 400 }).map((pieces) => pieces.join(''))

test('whatever comes: no throw, no hang, and no more samples than lines', () => {
  fc.assert(
    fc.property(body, (text) => {
      const parsed = parseExposition(text)
      if (!parsed.ok) return
      const { samples, malformed } = parsed.exposition
      const count = [...samples.values()].reduce((sum, list) => sum + list.length, 0)
      expect(count + malformed).toBeLessThanOrEqual(text.split(/\n|\\n/).length)
      for (const list of samples.values())
        for (const { labels } of list)
          for (const value of labels.values()) expect(value.length).toBeLessThanOrEqual(200)
    }),
    settings,
  )
})

test('nor do engines and GPUs that are read from it', () => {
  const captures = engines.map(({ kind }) => captureOfKind(kind) ?? '')
  const broken = fc
    .tuple(fc.constantFrom(...captures), fc.nat(), fc.nat(2000), body)
    .map(([text, at, length, text2]) => {
      const from = at % text.length
      return text.slice(0, from) + text2 + text.slice(from + length)
    })
  fc.assert(
    fc.property(fc.oneof(body, broken), (text) => {
      const read = readEngine(text)
      if (read.ok) readGpus(read.exposition)
      for (const { gpu } of [...readNvidiaSmi(text), ...readNvidiaSmiXml(text)])
        expect(gpu.startsWith('GPU-')).toBe(true)
    }),
    settings,
  )
})

test('a sample written by the rules is read back as it was', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })
  const name = fc.stringMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]{0,20}$/)
  const label = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,10}$/)
  const escape = (value: string) =>
    value
      .replaceAll('\\', '\\\\')
      .replaceAll('"', String.raw`\"`)
      .replaceAll('\n', String.raw`\n`)
  fc.assert(
    fc.property(
      name,
      fc.dictionary(label, text),
      fc.double().filter((value) => !Object.is(value, -0)),
      (metric, record, value) => {
        const labels = new Map(Object.entries(record))
        const list = [...labels].map(([key, text]) => `${key}="${escape(text)}"`).join(',')
        const number = Number.isFinite(value)
          ? String(value)
          : value > 0
            ? '+Inf'
            : value < 0
              ? '-Inf'
              : 'NaN'
        const parsed = parseExposition(`${metric}{${list}} ${number}\n`)
        if (!parsed.ok) throw new Error(parsed.reason)
        expect(parsed.exposition.samples).toEqual(new Map([[metric, [{ labels, value }]]]))
      },
    ),
    settings,
  )
})

test('time grows with the body, not with its square', () => {
  // Each would take hours if every quote, brace or blank were looked for again from its own place.
  for (const text of ['{', '"', '\\', 'm{a="', 'm{a="b",', ' ', '# TYPE ', 'm '])
    expect(parseExposition(`m{${text.repeat(200_000)}\n`).ok).toBe(true)
})
