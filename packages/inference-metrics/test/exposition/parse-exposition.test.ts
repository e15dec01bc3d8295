import { describe, expect, test } from 'vitest'
import { parseExposition } from '../../src/index.ts'
import { readExposition } from '../support/read-exposition.ts'

/** The one sample of a line. */
function only(line: string) {
  const [entry, ...more] = readExposition(`${line}\n`).samples
  expect(more).toEqual([])
  const [name, samples] = entry ?? ['', []]
  return { name, labels: new Map(samples[0]?.labels), value: samples[0]?.value }
}

test('an engine answer becomes families and samples', () => {
  const text = [
    '# HELP vllm:num_requests_running Number of requests.',
    '# TYPE vllm:num_requests_running gauge',
    'vllm:num_requests_running{engine="0",model_name="tiny-random"} 16.0',
    '# TYPE vllm:iteration_tokens_total histogram',
    'vllm:iteration_tokens_total_bucket{le="+Inf"} 3.0',
    '',
  ].join('\r\n')
  expect(readExposition(text)).toEqual({
    families: new Map([
      ['vllm:num_requests_running', 'gauge'],
      ['vllm:iteration_tokens_total', 'histogram'],
    ]),
    samples: new Map([
      [
        'vllm:num_requests_running',
        [
          {
            labels: new Map([
              ['engine', '0'],
              ['model_name', 'tiny-random'],
            ]),
            value: 16,
          },
        ],
      ],
      ['vllm:iteration_tokens_total_bucket', [{ labels: new Map([['le', '+Inf']]), value: 3 }]],
    ]),
    malformed: 0,
  })
})

describe('labels', () => {
  test('braces, commas, hashes and escapes inside a value belong to the value', () => {
    expect(only(String.raw`m{a="x},{#\"y\"",b="1\\2\n3\q"} 1`).labels).toEqual(
      new Map([
        ['a', 'x},{#"y"'],
        ['b', '1\\2\n3\\q'],
      ]),
    )
  })

  test('a quoted name, blanks around everything and a trailing comma are accepted', () => {
    expect(only('  {"http.requests", "my label" = "GET" ,}  2')).toEqual({
      name: 'http.requests',
      labels: new Map([['my label', 'GET']]),
      value: 2,
    })
    expect(only('m {} 2')).toEqual({ name: 'm', labels: new Map(), value: 2 })
  })

  test('a name of an object’s own parts is a label like any other', () => {
    expect(only('m{__proto__="x",constructor="y"} 1').labels).toEqual(
      new Map([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    )
  })

  test('a value is kept to 200 characters, however long it came', () => {
    const { labels, value } = only(`m{config="${'x'.repeat(840_000)}",b="1"} 7`)
    expect(labels).toEqual(
      new Map([
        ['config', 'x'.repeat(200)],
        ['b', '1'],
      ]),
    )
    expect(value).toBe(7)
  })
})

describe('what stands behind a value', () => {
  test.each([
    ['a timestamp', 'm 2 1700000000'],
    ['a timestamp of OpenMetrics', 'm 2 1700000000.123'],
    ['a timestamp before the epoch', 'm 2 -1'],
    ['an exemplar', 'm 2 # {trace_id="x}"} 0.4 1700000000.1'],
    ['a timestamp and an exemplar', 'm 2 17 # {trace_id="x"} 0.4'],
    ['a carriage return', 'm 2\r'],
    ['tabs', '\tm\t2\t'],
  ])('%s is left out', (_, line) => expect(only(line)).toMatchObject({ name: 'm', value: 2 }))
})

test('numbers that are none are named, not guessed', () => {
  const text = 'a NaN\nb -nan\nc +Inf\nd -Inf\ne 1.5e-06\nf .5\ng 5.\nh +3E2\n'
  const values = [...readExposition(text).samples.values()].map(([sample]) => sample?.value)
  expect(values).toEqual([NaN, NaN, Infinity, -Infinity, 1.5e-6, 0.5, 5, 300])
})

describe('a line that is no sample', () => {
  test.each([
    ['a{b="c} 1', 'an open quote'],
    ['a{b="c"', 'an open brace'],
    ['a{b=c} 1', 'a bare value'],
    ['a{="c"} 1', 'a value without a name'],
    ['a{b="c" d="e"} 1', 'no comma'],
    ['a{,} 1', 'a lone comma'],
    ['a{"x","y"} 1', 'two names'],
    ['{b="c"} 1', 'no name'],
    ['no_value', 'no value'],
    ['a{b="c"}', 'no value behind labels'],
    ['two words here', 'words'],
    ['x 0x10', 'hexadecimal'],
    ['x 1_000', 'an underscore'],
    ['x 12abc', 'a number with a tail'],
    ['x 1 2 3', 'two timestamps'],
    ['x 1 soon', 'a timestamp in words'],
    ['x 1e', 'half an exponent'],
  ])('%s (%s) is lost alone and counted', (line) => {
    const { samples, malformed } = readExposition(`before 1\n${line}\nafter 2\n`)
    expect([...samples.keys()]).toEqual(['before', 'after'])
    expect(malformed).toBe(1)
  })
})

describe('a body', () => {
  test('without its final line feed loses its last line', () => {
    expect([...readExposition('a 1\nb 1.7').samples.keys()]).toEqual(['a'])
    expect([...readExposition('a 1').samples.keys()]).toEqual([])
  })

  test('ends at its mark of the end', () => {
    expect([...readExposition('a 1\n# EOF\nb 2\n').samples.keys()]).toEqual(['a'])
  })

  test('may begin with a byte order mark, or be a JSON string', () => {
    expect([...readExposition('\uFEFFa 1\n').samples.keys()]).toEqual(['a'])
    expect(only(JSON.stringify('m{a="b"} 1\n').slice(0)).labels).toEqual(new Map([['a', 'b']]))
    expect(readExposition('"half of one\na 1\n')).toMatchObject({ malformed: 1 })
  })

  test('may repeat a series: both are there, in order', () => {
    const samples = readExposition('a{x="1"} 1\nb 2\na{x="1"} 3\n').samples.get('a')
    expect(samples?.map(({ value }) => value)).toEqual([1, 3])
  })

  test('announces types in its own words, and units', () => {
    const text =
      '# TYPE a unknown\n#TYPE b gaugehistogram\n# UNIT b seconds\n# NOTE c\n# TYPE "d.e" counter\n# TYPE f\n'
    expect(readExposition(text).families).toEqual(
      new Map([
        ['a', 'untyped'],
        ['b', 'untyped'],
        ['d.e', 'counter'],
      ]),
    )
  })

  test('beyond the limits is refused whole', () => {
    const limits = { bytes: 100, samples: 3, labelCharacters: 200 }
    expect(parseExposition('a 1\n'.repeat(3), limits)).toMatchObject({ ok: true })
    expect(parseExposition('a 1\n'.repeat(4), limits)).toEqual({ ok: false, reason: 'too_large' })
    expect(parseExposition(`#${' '.repeat(100)}`, limits)).toEqual({
      ok: false,
      reason: 'too_large',
    })
  })
})
