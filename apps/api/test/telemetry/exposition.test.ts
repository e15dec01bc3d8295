import { expect, test } from 'vitest'
import { exposition } from '../../src/telemetry/exposition.ts'
import { createHttpStats } from '../../src/telemetry/http-stats.ts'

test('labels and help are escaped, so that no name of a team can forge a line', () => {
  const name = 'a"b\\c\n# TYPE x counter'
  const text = exposition([
    {
      type: 'gauge',
      name: 'x',
      help: 'two\nlines \\',
      samples: [{ labels: { name }, value: 1.5 }],
    },
    { type: 'gauge', name: 'unknown', help: 'no samples', samples: [] },
  ])
  expect(text).toBe(
    [
      '# HELP x two\\nlines \\\\',
      '# TYPE x gauge',
      'x{name="a\\"b\\\\c\\n# TYPE x counter"} 1.5',
      '',
    ].join('\n'),
  )
})

test('a histogram adds up to its count', () => {
  const stats = createHttpStats()
  for (const seconds of [0.0005, 0.02, 0.02, 60]) {
    stats.tally('GET', '/tokens', 200).value += 1
    stats.time('GET', '/tokens', seconds)
  }
  stats.tally('GET', '/tokens', 304).value += 1
  stats.time('GET', '/tokens', 0.001)
  const lines = exposition(stats.families()).split('\n')
  expect(lines.filter((line) => line.startsWith('podium_http_requests_total'))).toEqual([
    'podium_http_requests_total{method="GET",route="/tokens",status="200"} 4',
    'podium_http_requests_total{method="GET",route="/tokens",status="304"} 1',
  ])
  const of = (part: string) => lines.filter((line) => line.includes(`_seconds_${part}`))
  const values = (part: string) => of(part).map((line) => line.split(' ').at(-1))
  expect(values('bucket')).toEqual(['2', '2', '4', '4', '4', '4', '4', '4', '5'])
  expect(of('bucket').at(-1)).toContain('le="+Inf"')
  expect(values('count')).toEqual(['5'])
  expect(Number(values('sum')[0])).toBeCloseTo(60.0415)
})
