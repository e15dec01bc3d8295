import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkDocs } from '../docs-files.ts'

const root = join(import.meta.dirname, '../..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/access.md',
  'docs/architecture.md',
  'docs/glossary.md',
  'docs/inference.md',
  'docs/configuration.md',
  'docs/api.md',
]

test('the pages made from the code are what the code says', async () => {
  expect(await checkDocs()).toBeNull()
})

test.each(pages)('every link of %s leads somewhere', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const targets = [...text.matchAll(/(?:\]\(|src="|srcset=")([^)#"]+)/g)].map(
    ([, target = '']) => target,
  )
  const local = targets.filter((target) => !target.startsWith('http'))
  const missing = local.filter((target) => !existsSync(join(root, dirname(page), target)))
  expect(missing).toEqual([])
})
