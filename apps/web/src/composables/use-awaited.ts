import {
  computed,
  inject,
  onScopeDispose,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
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

/** For a page of several answers: what stands below them waits until each was answered once, well or badly. */
export function useAwaitedAnswers(
  answers: readonly { data: Readonly<Ref<unknown>>; error: Readonly<Ref<unknown>> }[],
): ComputedRef<boolean> {
  const hasAll = computed(() =>
    answers.every(({ data, error }) => data.value !== undefined || error.value !== undefined),
  )
  const end = inject(awaitedPartsKey, null)?.add()
  let isOver = false
  const settle = () => {
    if (!isOver) end?.()
    isOver = true
  }
  watch(hasAll, (has) => has && settle(), { immediate: true, flush: 'post' })
  onScopeDispose(settle)
  return hasAll
}
