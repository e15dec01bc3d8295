import {
  computed,
  inject,
  onScopeDispose,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
} from 'vue'

export type AwaitedParts = {
  /** Something above is still to come: what stands below waits, so that it is never seen to move. */
  isAwaited: ComputedRef<boolean>
  add: () => () => void
}

export const awaitedPartsKey: InjectionKey<AwaitedParts> = Symbol('awaited parts')

export function createAwaitedParts(): AwaitedParts {
  const count = shallowRef(0)
  return {
    isAwaited: computed(() => count.value > 0),
    add: () => {
      count.value += 1
      return () => void (count.value -= 1)
    },
  }
}

/** For a component that stands where another one will be. */
export function useAwaited(): void {
  const parts = inject(awaitedPartsKey, null)
  if (parts !== null) onScopeDispose(parts.add())
}
