import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import {
  gpuId,
  nvidiaSmiArguments,
  readNvidiaSmi,
  type GpuReading,
} from '@podium/inference-metrics'
import type { GpuAnswer } from '../../domain/inference/scraped.ts'
import { ScrapeError } from './scrape-error.ts'
import type { Target } from './target.ts'

const program = 'nvidia-smi'
const deadlineMs = 5000
const mostBytes = 1024 * 1024

type SmiDeps = {
  id: string
  path: string
  /** Indices or UUIDs; `null` is all. */
  visibleDevices: readonly string[] | null
}

/** The GPUs of this machine. */
export function createNvidiaSmi({ id, path, visibleDevices }: SmiDeps): Target<GpuAnswer> {
  return {
    id,
    poll: async (_, signal) => {
      const gpus = readNvidiaSmi(await run(path, signal))
      if (gpus.length === 0) throw new ScrapeError('not_metrics')
      return { kind: program, gpus: visibleOf(gpus, visibleDevices) }
    },
  }
}

/** Whether any folder of the `PATH` has it. */
export function hasNvidiaSmi(path: string): boolean {
  return path.split(delimiter).some((folder) =>
    [program, `${program}.exe`].some((name) => {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return true
      } catch {
        // It is not here.
        return false
      }
    }),
  )
}

/** Without a shell, and with nothing of our environment that it does not need. */
function run(path: string, signal: AbortSignal): Promise<string> {
  const options = {
    signal,
    timeout: deadlineMs,
    maxBuffer: mostBytes,
    killSignal: 'SIGKILL' as const,
    env: { PATH: path, LANG: 'C' },
  }
  return new Promise((resolve, reject) => {
    execFile(program, nvidiaSmiArguments, options, (error, output) => {
      if (error === null) resolve(output)
      else reject(new ScrapeError(reasonOf(error)))
    })
  })
}

function reasonOf({ code, killed }: { code?: unknown; killed?: boolean }) {
  if (code === 'ENOENT') return 'not_found'
  if (code === 'ABORT_ERR') return 'aborted'
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'too_large'
  return killed === true ? 'timeout' : 'upstream'
}

/** As CUDA reads its variable; a UUID may be cut short. */
function visibleOf(gpus: readonly GpuReading[], devices: readonly string[] | null): GpuReading[] {
  if (devices === null) return [...gpus]
  return gpus.filter(({ gpu, index }) =>
    devices.some((device) =>
      /^\d+$/.test(device) ? Number(device) === index : gpu.startsWith(gpuId(device)),
    ),
  )
}
