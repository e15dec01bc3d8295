import { inject, type InjectionKey } from 'vue'

export const helpKey: InjectionKey<() => void> = Symbol('help')

/** Opens the help; where nobody provides one, as in a part that stands alone, nothing happens. */
export function useHelp(): () => void {
  return inject(helpKey, () => undefined)
}
