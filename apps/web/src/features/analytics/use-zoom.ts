import { useI18n } from '../../i18n/use-i18n.ts'
import { useView } from '../filters/use-view.ts'

/** Steps that somebody chose in a chart become the span of the page. */
export function useZoom(): (from: string, to: string) => void {
  const { view, change } = useView()
  const { format } = useI18n()
  return (from, to) =>
    change({ range: { from, to }, tz: view.value.tz ?? format.value.timeZone, basis: null })
}
