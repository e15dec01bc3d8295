import { computed, type ComputedRef } from 'vue'
import { usePodium } from '../../composables/use-podium.ts'

/** Whether the gateway keeps failures at all: without them every rate would be 100 %. */
export function useFailuresRecorded(): ComputedRef<boolean> {
  const { status } = usePodium()
  return computed(
    () => status.value?.notes.every(({ kind }) => kind !== 'no_failures_recorded') ?? true,
  )
}
