import { RequestError } from '../../api/request-error.ts'
import { useI18n } from '../../i18n/use-i18n.ts'

/** Why an answer could not be had, in a sentence. */
export function useCauseText(): (error: unknown) => string {
  const { words } = useI18n()
  return (error) => {
    const { ui } = words.value
    if (!(error instanceof RequestError)) return ui.unreachableWhy
    switch (error.kind) {
      case 'sign-in':
      case 'refused':
        return error.message
      case 'timeout':
        return ui.timeoutWhy
      case 'unreachable':
        return ui.unreachableWhy
    }
  }
}
