import type { Sample } from '../exposition/exposition.ts'
import { detach } from '../exposition/series-key.ts'
import type { MigInstance } from './gpu-reading.ts'
import { labelOf, type GpuSamples } from './gpu-samples.ts'
import { mebibyte, times } from './units.ts'

const [instanceLabel, profileLabel] = ['gpu_i_id', 'gpu_i_profile']

/** The instances of a GPU that is split, by their number. */
export function readMig(samples: GpuSamples, uuid: string): MigInstance[] {
  const active = byInstance(samples.all(uuid, 'DCGM_FI_PROF_GR_ENGINE_ACTIVE'))
  const used = byInstance(samples.all(uuid, 'DCGM_FI_DEV_FB_USED'))
  const power = byInstance(samples.all(uuid, 'DCGM_FI_DEV_POWER_USAGE'))
  const all = new Map([...power, ...used, ...active])
  all.delete('')
  return [...all]
    .map(([instance, { labels }]) => ({
      instance: detach(instance),
      profile: detached(labelOf(labels, profileLabel)),
      utilizationRatio: active.get(instance)?.value ?? null,
      memoryUsedBytes: times(used.get(instance)?.value ?? null, mebibyte),
    }))
    .toSorted((a, b) => Number(a.instance) - Number(b.instance))
}

/** Of a GPU that is not split its one reading, however many pods repeat it. */
export function sumOfInstances(samples: readonly Sample[]): number | null {
  const instances = byInstance(samples)
  const whole = instances.get('')
  if (whole !== undefined) return whole.value
  return instances.size === 0
    ? null
    : [...instances.values()].reduce((sum, { value }) => sum + value, 0)
}

/** The largest value of each instance; '' is what names none. */
function byInstance(samples: readonly Sample[]): Map<string, Sample> {
  const instances = new Map<string, Sample>()
  for (const sample of samples) {
    const instance = labelOf(sample.labels, instanceLabel) ?? ''
    const known = instances.get(instance)
    if (Number.isNaN(sample.value) || (known !== undefined && known.value >= sample.value)) continue
    instances.set(instance, sample)
  }
  return instances
}

function detached(text: string | null): string | null {
  return text === null ? null : detach(text)
}
