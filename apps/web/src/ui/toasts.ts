import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'

export type Toast = { id: number; text: string; action?: { label: string; run: () => void } }
export type Toasts = {
  shown: Readonly<ShallowRef<readonly Toast[]>>
  show: (text: string, action?: Toast['action']) => number
  dismiss: (id: number) => void
}

const most = 3

export const toastsKey: InjectionKey<Toasts> = Symbol('toasts')

/** A few short messages; the oldest leaves when there are too many. */
export function createToasts(): Toasts {
  const shown = shallowRef<readonly Toast[]>([])
  let last = 0
  return {
    shown,
    show: (text, action) => {
      const toast = { id: (last += 1), text, ...(action && { action }) }
      const others = shown.value.filter((other) => other.text !== text)
      shown.value = [...others, toast].slice(-most)
      return toast.id
    },
    dismiss: (id) => {
      shown.value = shown.value.filter((toast) => toast.id !== id)
    },
  }
}

export function useToasts(): Toasts {
  const toasts = inject(toastsKey)
  if (toasts === undefined) throw new Error('App provides the toasts')
  return toasts
}
