import type { EngineTruth, Totals } from '@podium/gateway-simulator'

type Distribution = Totals['promptLengths']

/** What an engine counted between two instants. */
export function truthBetween(before: EngineTruth, after: EngineTruth): EngineTruth {
  return { moment: after.moment, counted: subtract(after.counted, before.counted) }
}

function subtract(after: Totals, before: Totals): Totals {
  const { latencies } = after
  const latency = (name: keyof Totals['latencies']) =>
    fewer(latencies[name], before.latencies[name])
  const numbers = ({ ...totals }: Totals) =>
    Object.entries(totals).filter((entry): entry is [string, number] => Number.isFinite(entry[1]))
  const was = new Map(numbers(before))
  const counts = numbers(after).map(
    ([name, count]) => [name, count - (was.get(name) ?? 0)] as const,
  )
  return {
    ...after,
    ...Object.fromEntries(counts),
    latencies: {
      ttft: latency('ttft'),
      itl: latency('itl'),
      tpot: latency('tpot'),
      e2e: latency('e2e'),
      queue: latency('queue'),
    },
    promptLengths: fewer(after.promptLengths, before.promptLengths),
    generationLengths: fewer(after.generationLengths, before.generationLengths),
    tokensBySender: new Map(
      [...after.tokensBySender].map(([sender, tokens]) => [
        sender,
        tokens - (before.tokensBySender.get(sender) ?? 0),
      ]),
    ),
  }
}

function fewer(after: Distribution, before: Distribution): Distribution {
  const counts = after.counts.map((count, at) => count - (before.counts[at] ?? 0))
  return { bounds: after.bounds, counts, sum: after.sum - before.sum }
}
