import { detach } from '../exposition/series-key.ts'

/** The one spelling of a UUID: some exporters leave `GPU-` out, some write it in capitals. */
export function gpuId(uuid: string): string {
  const lower = detach(uuid.trim()).toLowerCase()
  return `GPU-${lower.replace(/^gpu-/, '')}`
}
