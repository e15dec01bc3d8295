import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Question } from '../../api/questions.ts'
import { usePodium } from '../../composables/use-podium.ts'
import { useResource } from '../../composables/use-resource.ts'

/** What the server said to the question of a card, or of several. */
export type Answer<T> = {
  data: ComputedRef<T | undefined>
  error: Readonly<ShallowRef<unknown>>
  question: ComputedRef<Question<T>>
  state: ComputedRef<'loading' | 'ready' | 'error'>
  /** What is shown answers the question before. */
  isPending: ComputedRef<boolean>
  refresh: () => Promise<void>
  /** A card that is near what is seen keeps its answer fresh. Returns how to end that. */
  keepFresh: () => () => void
}

/** Asked when the page opens and when the question changes; and when the data do, if a card that is seen shows it. */
export function useAnswer<T>(ask: () => Question<T>): Answer<T> {
  const { api, onChange } = usePodium()
  const question = computed(ask)
  const key = computed(() => keyOf(question.value))
  const seers = shallowRef(0)
  let isMissed = false

  const { data, error, refresh } = useResource(async (signal) => {
    const asked = key.value
    return { asked, value: await api.answer(question.value, signal) }
  })
  onScopeDispose(
    onChange(() => {
      isMissed = seers.value === 0
      if (!isMissed) void refresh()
    }),
  )
  watch(key, () => void refresh(), { immediate: true })

  const isOfQuestion = computed(() => data.value?.asked === key.value)
  return {
    data: computed(() => data.value?.value),
    error,
    question,
    state: computed(() => {
      // A failed refresh leaves what is shown; a failed question leaves nothing that answers it.
      if (error.value !== undefined && !isOfQuestion.value) return 'error'
      return data.value === undefined ? 'loading' : 'ready'
    }),
    isPending: computed(() => data.value !== undefined && !isOfQuestion.value),
    refresh,
    keepFresh: () => {
      seers.value += 1
      if (isMissed) void refresh()
      isMissed = false
      return () => void (seers.value -= 1)
    },
  }
}

function keyOf({ name, query }: Question<unknown>): string {
  return JSON.stringify([name, query])
}
