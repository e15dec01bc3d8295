import { shallowRef, watch, type ShallowRef } from 'vue'
import type { Status } from '@podium/contracts'

/** The server is another one than when this page was opened. */
export function useOutdated(
  status: Readonly<ShallowRef<Status | undefined>>,
): Readonly<ShallowRef<boolean>> {
  const isOutdated = shallowRef(false)
  let first: string | undefined
  watch(status, (answer) => {
    first ??= answer?.version
    isOutdated.value = answer !== undefined && answer.version !== first
  })
  return isOutdated
}
