import type { Exposition } from '../exposition/exposition.ts'
import { readAmd } from './amd.ts'
import { readDcgm } from './dcgm.ts'
import type { GpuKind, GpuReading } from './gpu-reading.ts'
import { readNvidiaGpuExporter } from './nvidia-gpu-exporter.ts'
import { readTritonGpus } from './triton-gpus.ts'

type GpuAdapter = { kind: GpuKind; read: (exposition: Exposition) => GpuReading[] }

/** Everything that says something of GPUs in an exposition. */
export const gpuAdapters: readonly GpuAdapter[] = [
  { kind: 'dcgm', read: readDcgm },
  { kind: 'nvidia_gpu_exporter', read: readNvidiaGpuExporter },
  { kind: 'amd', read: readAmd },
  { kind: 'triton', read: readTritonGpus },
]
