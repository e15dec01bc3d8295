import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')

test('its scripts are the workspace’s own commands, on the Node of the workspace', () => {
  const devbox: unknown = JSON.parse(readFileSync(join(root, 'devbox.json'), 'utf8'))
  expect(devbox).toEqual({
    $schema: expect.stringContaining('devbox.schema.json'),
    packages: {
      nodejs: { version: readFileSync(join(root, '.node-version'), 'utf8').trim() },
      chromium: { version: 'latest', platforms: ['x86_64-linux', 'aarch64-linux'] },
    },
    shell: {
      scripts: { start: 'npm start', test: 'npm test', dev: 'npm run dev', check: 'npm run check' },
    },
  })
  for (const name of ['start', 'test', 'dev', 'check'])
    expect(manifest.scripts).toHaveProperty(name)
})
