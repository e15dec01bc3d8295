import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Status } from '@podium/contracts'
import { useNow } from './use-now.ts'

/** The way of an answer takes its time: less than this is no difference. */
const leastMs = 2000

/** The server's clock, once a second: an age is of its data, whatever the clock of this device says. */
export function useServerNow(
  status: Readonly<ShallowRef<Status | undefined>>,
): ComputedRef<number> {
  const own = useNow()
  const aheadMs = shallowRef(0)
  watch(status, (answer) => {
    if (answer === undefined) return
    const difference = Date.parse(answer.now) - Date.now()
    aheadMs.value = Math.abs(difference) < leastMs ? 0 : difference
  })
  return computed(() => own.value + aheadMs.value)
}
