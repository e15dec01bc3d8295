import type { TeamDetail, UsageOfModel } from '@podium/contracts'

export type ModelRow = UsageOfModel & { keys: readonly string[] }

/** Models that wrote or read anything, most first, with the names of the keys that used them. */
export function modelRows(
  { models, keys }: Pick<TeamDetail, 'models' | 'keys'>,
  nameless: string,
): ModelRow[] {
  return models
    .filter(({ usage }) => usage.tokens > 0 || usage.successes > 0)
    .map((row) => ({
      ...row,
      keys: keys
        .filter((key) => key.models.some(({ model }) => model === row.model))
        .map(({ alias }) => alias ?? nameless),
    }))
}
