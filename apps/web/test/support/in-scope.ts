import { effectScope } from 'vue'
import { onTestFinished } from 'vitest'

/** Runs what lives as long as a component does; `end` is the end of that. */
export function inScope<T>(run: () => T): { value: T; end: () => void } {
  const scope = effectScope()
  const value = scope.run(run)
  if (value === undefined) throw new Error('nothing was made')
  const end = () => scope.stop()
  onTestFinished(end)
  return { value, end }
}
