// `node scripts/compare-openapi.ts BEFORE AFTER`: prints what two OpenAPI documents (files or URLs) state differently.
import { readFile } from 'node:fs/promises'
import { factsOf } from './openapi-facts.ts'

async function read(place: string): Promise<unknown> {
  if (!/^https?:/.test(place)) return JSON.parse(await readFile(place, 'utf8'))
  const answer = await fetch(place)
  if (!answer.ok) throw new Error(`${place} answers ${answer.status}.`)
  return answer.json()
}

const [before, after] = process.argv.slice(2)
if (before === undefined || after === undefined)
  throw new Error('Name two OpenAPI documents: files, or URLs such as http://…/openapi.json.')
const [old, now] = [factsOf(await read(before)), factsOf(await read(after))]
const differences = [...new Set([...old.keys(), ...now.keys()])].filter(
  (place) => old.get(place) !== now.get(place),
)
for (const place of differences)
  console.log(`${place}: ${old.get(place) ?? 'missing'} → ${now.get(place) ?? 'missing'}`)
console.log(
  differences.length === 0
    ? `Equal in ${old.size} facts; words are not compared.`
    : `${differences.length} differences.`,
)
process.exitCode = differences.length === 0 && old.size > 0 ? 0 : 1
