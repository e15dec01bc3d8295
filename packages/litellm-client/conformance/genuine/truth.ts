import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** A line of the truth file: what was sent and answered, by day, team, key and requested model. */
const Row = z.object({
  date: z.string(),
  team_id: z.string(),
  key: z.string(),
  slot: z.string(),
  model_group: z.string(),
  requests: z.number(),
  successes: z.number(),
  failures: z.number(),
  prompt: z.number(),
  completion: z.number(),
  cached: z.number(),
  created: z.number(),
  spend: z.number(),
})

const Team = z.object({
  slot: z.string(),
  team_id: z.string(),
  team_alias: z.string().optional(),
  max_budget: z.number().optional(),
  budget_duration: z.string().optional(),
})

const Key = z.object({ slot: z.string(), key: z.string(), key_alias: z.string().optional() })

/** One request as it was sent, with the status that came back. */
const Sent = z.object({
  phase: z.number(),
  slot: z.string(),
  team: z.string().nullable(),
  group: z.string(),
  kind: z.string(),
  stream: z.boolean(),
  status: z.number(),
  error: z.string().optional(),
  asked: z.object({ cached_tokens: z.number() }),
  started: z.string(),
  ended: z.string(),
})

const TruthFile = z.object({
  seed: z.number(),
  teams: z.array(Team),
  keys: z.array(Key),
  rows: z.array(Row),
})

export type TruthRow = z.infer<typeof Row>
export type Sent = z.infer<typeof Sent>
export type Truth = z.infer<typeof TruthFile> & { sent: readonly Sent[] }

export async function readTruth(path: string): Promise<Truth> {
  const file: unknown = JSON.parse(await readFile(path, 'utf8'))
  const log: unknown = JSON.parse(await readFile(path.replace(/\.json$/, '.log.json'), 'utf8'))
  return { ...TruthFile.parse(file), sent: z.array(Sent).parse(log) }
}
