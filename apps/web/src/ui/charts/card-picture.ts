import {
  inject,
  onScopeDispose,
  provide,
  shallowRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue'

/** A chart that can be drawn again, larger, into the picture of its card. */
export type Drawable = {
  /** In CSS pixels, at this width. */
  heightAt: (width: number) => number
  draw: (context: CanvasRenderingContext2D, width: number) => void
}

const pictureKey: InjectionKey<ShallowRef<Drawable | null>> = Symbol('picture of a card')

export function provideCardPicture(): ShallowRef<Drawable | null> {
  const drawable = shallowRef<Drawable | null>(null)
  provide(pictureKey, drawable)
  return drawable
}

/** For a chart: its card can make a picture of it as long as it is there. */
export function useCardPicture(drawable: Drawable): void {
  const slot = inject(pictureKey, null)
  if (slot === null) return
  slot.value = drawable
  onScopeDispose(() => {
    if (slot.value === drawable) slot.value = null
  })
}
