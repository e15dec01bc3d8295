import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiExamples } from './api-examples.ts'
import { apiPage } from './api-page.ts'
import { configurationPage } from './configuration-page.ts'

const root = join(import.meta.dirname, '..')

/** What is made from the code, and what a small Podium answers. */
async function made(): Promise<Map<string, string>> {
  const { routes, examples } = await apiExamples()
  return new Map([
    ['docs/configuration.md', configurationPage()],
    ['docs/api.md', apiPage(routes, examples)],
    ['apps/api/src/http/openapi/examples.json', `${JSON.stringify(examples, null, 2)}\n`],
  ])
}

export async function writeDocs(): Promise<void> {
  for (const [name, text] of await made()) writeFileSync(join(root, name), text)
}

export async function checkDocs(): Promise<string | null> {
  const stale = [...(await made())].filter(([name, text]) => read(name) !== text)
  const names = stale.map(([name]) => name).join(', ')
  return stale.length === 0 ? null : `${names}: not what the code says: npm run docs`
}

function read(name: string): string {
  try {
    return readFileSync(join(root, name), 'utf8')
  } catch {
    return ''
  }
}
