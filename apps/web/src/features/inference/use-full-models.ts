import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { askInference, askInferenceLoad } from '../../api/questions.ts'
import { usePodium } from '../../composables/use-podium.ts'
import { useResource, type Resource } from '../../composables/use-resource.ts'

/** The models that this team uses and whose engines are full, by the names that clients ask for. */
export function useFullModels(teamId: MaybeRefOrGetter<string | null>): Resource<string[]> {
  const { api, onScrape } = usePodium()
  const resource = useResource(async (signal) => {
    // Nobody's models need no asking.
    if (toValue(teamId) === null) return []
    const { models } = await api.answer(askInference({ window: '60s' }), signal)
    const full = models.filter(({ verdict }) => verdict.state === 'saturated')
    // Who uses a model matters only when one is full.
    if (full.length === 0) return []
    const load = await api.answer(askInferenceLoad({ range: '1h' }), signal)
    const isOwn = (model: string) =>
      load.models.some(
        (one) => one.model === model && one.teams.some(({ team }) => team?.id === toValue(teamId)),
      )
    return full
      .filter(({ model }) => isOwn(model))
      .map(({ model, public_models: names }) => names[0] ?? model)
  })
  onScopeDispose(onScrape(() => void resource.refresh()))
  watch(
    () => toValue(teamId),
    () => void resource.refresh(),
    { immediate: true },
  )
  return resource
}
