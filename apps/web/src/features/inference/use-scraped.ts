import { computed, onScopeDispose, watch } from 'vue'
import type { Question } from '../../api/questions.ts'
import { usePodium } from '../../composables/use-podium.ts'
import { useResource, type Resource } from '../../composables/use-resource.ts'

/** Asked when the page opens, and again after each scrape of engines and GPUs. */
export function useScraped<T>(ask: () => Question<T>): Resource<T> {
  const { api, onScrape } = usePodium()
  const question = computed(ask)
  const resource = useResource((signal) => api.answer(question.value, signal))
  onScopeDispose(onScrape(() => void resource.refresh()))
  watch(
    () => JSON.stringify(question.value.query),
    () => void resource.refresh(),
    { immediate: true },
  )
  return resource
}
