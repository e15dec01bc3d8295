import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import type { Family } from '../../src/telemetry/family.ts'
import { publish } from '../../src/telemetry/publish.ts'

const states = (...names: string[]): Family => ({
  type: 'gauge',
  name: 'state',
  help: 'two\nlines \\',
  samples: names.map((name) => ({ labels: { name }, value: 1.5 })),
})

test('labels and help are escaped, so that no name of a team can forge a line', async () => {
  const registry = new Registry()
  publish(registry, [
    states('a"b\\c\n# TYPE x counter'),
    { type: 'gauge', name: 'unknown', help: 'No samples.', samples: [] },
  ])
  expect(await registry.metrics()).toBe(
    [
      '# HELP state two\\nlines \\\\',
      '# TYPE state gauge',
      'state{name="a\\"b\\\\c\\n# TYPE x counter"} 1.5',
      '',
    ].join('\n'),
  )
})

test('a state that has passed is not shown any longer', async () => {
  const registry = new Registry()
  publish(registry, [states('ok')])
  publish(registry, [states('down')])
  const lines = (await registry.metrics()).split('\n')
  expect(lines.filter((line) => line.startsWith('state'))).toEqual(['state{name="down"} 1.5'])
})

test('a counter is what was read, not the sum of what was read each time', async () => {
  const registry = new Registry()
  for (const value of [3, 5])
    publish(registry, [
      { type: 'counter', name: 'c_total', help: 'A counter.', samples: [{ labels: {}, value }] },
    ])
  expect(await registry.metrics()).toContain('\nc_total 5\n')
})
