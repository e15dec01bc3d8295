import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationPage } from './configuration-page.ts'

const docs = join(import.meta.dirname, '../docs')

/** Pages that are made from the code. */
const pages = new Map([['configuration.md', configurationPage]])

export function writeDocs(): void {
  for (const [name, page] of pages) writeFileSync(join(docs, name), page())
}

export function checkDocs(): string | null {
  const stale = [...pages].filter(([name, page]) => read(name) !== page()).map(([name]) => name)
  const problem = `docs/${stale.join(', docs/')} is not what the code says: npm run docs`
  return stale.length === 0 ? null : problem
}

function read(name: string): string {
  try {
    return readFileSync(join(docs, name), 'utf8')
  } catch {
    return ''
  }
}
