import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import devbox from '../../devbox.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }

test('it brings the Node of the workspace', () => {
  const wanted = readFileSync(join(import.meta.dirname, '../../.node-version'), 'utf8').trim()
  expect(devbox.packages.nodejs.version).toBe(wanted)
})

test.each(Object.values(devbox.shell.scripts))('“%s” is a command of the workspace', (command) => {
  const [, name = ''] = /^npm (?:run )?([\w:]+)$/.exec(command) ?? []
  expect(Object.keys(manifest.scripts)).toContain(name)
})
