/**
 * What the walk has found and nobody has mended yet, by the name of the state; a line goes with its mend. Everything else
 * that the walk finds fails it.
 */
const knownFaults: readonly { state: RegExp; problem: RegExp }[] = []

export function isKnownFault(state: string, problem: string): boolean {
  return knownFaults.some((known) => known.state.test(state) && known.problem.test(problem))
}
