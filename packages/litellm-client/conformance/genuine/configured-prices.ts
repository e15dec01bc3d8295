import { z } from 'zod'
import type { Harness } from './harness.ts'

const Deployment = z.object({
  model: z.string(),
  input: z.number().nullable(),
  output: z.number().nullable(),
  read: z.number().nullable(),
  write: z.number().nullable(),
})

export type Deployment = z.infer<typeof Deployment>

/** The harness's own reading of configuration and price list: deployments by public model name. */
export async function configuredPrices(
  harness: Harness,
  version: string,
  config: string,
): Promise<Record<string, Deployment[]>> {
  const lines = `
import json, sys
from pathlib import Path
from harness.prices import table
print(json.dumps(table(Path(sys.argv[1]))))`
  return z
    .record(z.string(), z.array(Deployment))
    .parse(await harness.python(version, lines, [config]))
}
