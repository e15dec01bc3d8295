import type { Models, Status } from '@podium/contracts'
import type { AnalyticsWords } from '../use-analytics-words.ts'

type Known = { models: Models['models']; notes: Status['notes'] }

/** What somebody who reads prices should know, in sentences. */
export function worthKnowing({ models, notes }: Known, words: AnalyticsWords): string[] {
  const unpriced = models.filter(({ usage }) => usage.unpriced && usage.tokens > 0)
  const masked = notes.find(({ kind }) => kind === 'prices_masked')
  return [
    ...unpriced.map(({ model }) => words.unpricedModel(model)),
    ...sameModels(models).map(([one, other, underlying]) =>
      words.sameModel(one, other, underlying),
    ),
    ...(masked === undefined ? [] : [words.maskedPrices(masked.count)]),
  ]
}

/** Names that stand for the very same model at the gateway. */
function sameModels(models: Models['models']): [string, string, string][] {
  const listed = models.filter(({ underlying }) => underlying.length > 0)
  const byModel = Map.groupBy(listed, ({ underlying }) => underlying.toSorted().join(', '))
  return [...byModel].flatMap(([underlying, [first, ...rest]]) =>
    first === undefined
      ? []
      : rest.map(({ model }): [string, string, string] => [first.model, model, underlying]),
  )
}
