import { toValue, watch, type MaybeRefOrGetter } from 'vue'

/** Tells whether the element is in view, or as near to it as the margin says. VueUse's would load before the board. */
export function useInView(
  element: MaybeRefOrGetter<Element | null | undefined>,
  tell: (isInView: boolean) => void,
  rootMargin = '0px',
): void {
  watch(
    () => toValue(element),
    (watched, _, onCleanup) => {
      if (watched === null || watched === undefined) return
      const observer = new IntersectionObserver(
        (entries) => tell(entries.at(-1)?.isIntersecting ?? false),
        { rootMargin },
      )
      observer.observe(watched)
      onCleanup(() => observer.disconnect())
    },
    { immediate: true, flush: 'post' },
  )
}
