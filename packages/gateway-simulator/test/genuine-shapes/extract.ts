// Makes the JSON files of this folder from recorded answers of genuine gateways:
//   node extract.ts SAMPLES_FOLDER
// where the folder holds VERSION/NAME.json, each with request, caller, sent, status, content_type, body,
// trimmed (lists and wide objects were cut) and same_body_as (another file of the version).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { describeAll, isObject } from './shape.ts'
import { createPartStore } from './store.ts'
import type { GenuineAnswer } from './store.ts'

const Sample = z.object({
  version: z.string(),
  request: z.string(),
  caller: z.string(),
  sent: z.unknown(),
  status: z.number(),
  content_type: z.string().nullable(),
  trimmed: z.boolean().default(false),
  same_body_as: z.string().optional(),
  body: z.unknown(),
})
type Sample = z.infer<typeof Sample>

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder with the recorded answers')
for (const version of readdirSync(folder).sort()) extractVersion(join(folder, version), version)

function extractVersion(path: string, version: string): void {
  const store = createPartStore()
  const answers: Record<string, GenuineAnswer> = {}
  const read = (file: string) => Sample.parse(JSON.parse(readFileSync(join(path, file), 'utf8')))
  for (const file of readdirSync(path).sort()) {
    const sample = read(file)
    const { body, trimmed } = sample.same_body_as === undefined ? sample : read(sample.same_body_as)
    answers[file.replace('.json', '')] = {
      request: sample.request,
      caller: sample.caller,
      sent: sample.sent ?? null,
      status: sample.status,
      contentType: sample.content_type,
      shape: store.add(
        describeAll('', [body], {
          isRefusal: sample.status >= 400,
          cutTo: trimmed ? longestList(body) : null,
        }),
      ),
    }
  }
  const text = JSON.stringify({ version, answers, parts: store.parts })
  writeFileSync(join(import.meta.dirname, `${version}.json`), `${text}\n`)
}

/** A cut sample was cut everywhere to one width, which its longest list or map still has. */
function longestList(value: unknown): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(longestList))
  if (!isObject(value)) return 0
  const inner = Object.values(value)
  const isMap = inner.length > 0 && inner.every((item) => isObject(item) && 'metrics' in item)
  return Math.max(isMap ? inner.length : 0, ...inner.map(longestList))
}
