import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'

type Size = { width: Readonly<ShallowRef<number>>; height: Readonly<ShallowRef<number>> }

/** The room inside of an element, in CSS pixels. VueUse's would load before the board. */
export function useSize(element: Readonly<Ref<HTMLElement | null>>): Size {
  const width = shallowRef(0)
  const height = shallowRef(0)
  watch(
    element,
    (box, _, onCleanup) => {
      if (box === null) return
      // At once: what is laid out by its size is never seen in another one.
      const style = getComputedStyle(box)
      const inside = (whole: number, ...paddings: string[]) =>
        paddings.reduce((rest, padding) => rest - (Number.parseFloat(padding) || 0), whole)
      width.value = inside(box.clientWidth, style.paddingLeft, style.paddingRight)
      height.value = inside(box.clientHeight, style.paddingTop, style.paddingBottom)
      const observer = new ResizeObserver(([entry]) => {
        const size = entry?.contentBoxSize[0]
        width.value = size?.inlineSize ?? 0
        height.value = size?.blockSize ?? 0
      })
      observer.observe(box)
      onCleanup(() => observer.disconnect())
    },
    { immediate: true, flush: 'post' },
  )
  return { width, height }
}
