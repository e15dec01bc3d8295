import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  nvidiaSmiArguments,
  parseExposition,
  readGpus,
  readNvidiaSmi,
} from '@podium/inference-metrics'
import type { GpuReading } from '@podium/inference-metrics'
import { expect, onTestFinished, test } from 'vitest'
import { createEngineSimulator, createGpuSimulator } from '../../src/index.ts'
import type {
  GpuMoment,
  GpuSimulator,
  GpuSimulatorOptions,
  NvidiaSmiKind,
} from '../../src/index.ts'
import { startsAt } from './watch-engine.ts'

const mebibyte = 1_048_576

/** Two engines on two of three GPUs. */
function startHost(options: Partial<GpuSimulatorOptions> = {}) {
  let nowMs = startsAt
  const now = () => nowMs
  const hardware = createGpuSimulator({ count: 3, seed: 1, startsAt, now, ...options })
  const [first, second] = hardware.gpus
  if (first === undefined || second === undefined) throw new Error('There are no GPUs')
  createEngineSimulator({ seed: 1, startsAt, now, gpus: [first] })
  createEngineSimulator({ seed: 2, startsAt, now, gpus: [first, second] })
  return { hardware, tick: (ms: number) => void (nowMs += ms) }
}

async function readExporter({ app }: GpuSimulator): Promise<readonly GpuReading[]> {
  const parsed = parseExposition(await (await app.request('/metrics')).text())
  if (!parsed.ok) throw new Error(parsed.reason)
  return readGpus(parsed.exposition)?.gpus ?? []
}

function expectedOf(gpu: GpuMoment) {
  return {
    gpu: gpu.uuid,
    index: gpu.index,
    name: gpu.name,
    utilizationRatio: expect.closeTo(gpu.utilizationRatio, 2),
    memoryUsedBytes: gpu.memoryUsedMib * mebibyte,
    memoryTotalBytes: gpu.memoryTotalMib * mebibyte,
    powerWatts: expect.closeTo(gpu.powerWatts, 1),
    temperatureCelsius: gpu.temperatureCelsius,
    memoryTemperatureCelsius: gpu.memoryTemperatureCelsius,
    smClockHertz: gpu.smClockMhz * 1e6,
  }
}

test.each(['new', 'old'] as const)(
  'dcgm-exporter with %s labels says what the GPUs know',
  async (names) => {
    const { hardware, tick } = startHost({ names, pods: ['vllm-0'] })
    for (const minute of [1, 7, 8]) {
      tick(minute * 60_000)
      const truth = hardware.truth()
      expect(await readExporter(hardware)).toMatchObject(
        truth.map((gpu) => ({
          ...expectedOf(gpu),
          host: 'gpu-node-1',
          pod: names === 'new' && gpu.index === 0 ? 'vllm-0' : null,
          energyJoules: expect.closeTo(gpu.energyJoules, 2),
        })),
      )
    }
  },
)

test('energy is power over time, and an idle GPU draws too', () => {
  const { hardware, tick } = startHost()
  const [before] = hardware.truth()
  let joules = 0
  for (let step = 0; step < 6000; step++) {
    const watts = hardware.truth()[0]?.powerWatts ?? 0
    tick(100)
    joules += (watts + (hardware.truth()[0]?.powerWatts ?? 0)) * 0.05
  }
  const [after, , idle] = hardware.truth()
  const counted = (after?.energyJoules ?? 0) - (before?.energyJoules ?? 0)
  expect(counted / joules).toBeCloseTo(1, 2)
  expect(idle?.energyJoules).toBeCloseTo(71 * 600, 6)
  expect(idle).toMatchObject({ utilizationRatio: 0, powerWatts: 71 })
})

test('an exporter that looks every half minute repeats itself in between', async () => {
  const { hardware, tick } = startHost({ sampleMs: 30_000 })
  const energy = async () => (await readExporter(hardware))[0]?.energyJoules
  tick(65_000)
  const first = await energy()
  tick(20_000)
  expect(await energy()).toBe(first)
  tick(10_000)
  expect(await energy()).toBeGreaterThan(first ?? 0)
})

test('a GPU that vanished is not listed any more', async () => {
  const { hardware, tick } = startHost()
  tick(5000)
  hardware.vanish(1)
  expect((await readExporter(hardware)).map(({ index }) => index)).toEqual([0, 2])
})

function runNvidiaSmi(script: string, args: readonly string[], timeout = 10_000) {
  const directory = mkdtempSync(join(tmpdir(), 'podium-smi-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const path = join(directory, 'nvidia-smi')
  writeFileSync(path, script, { mode: 0o755 })
  const env = { PATH: '/usr/bin:/bin', LANG: 'C' }
  return spawnSync(path, args, { encoding: 'utf8', env, timeout })
}

test('nvidia-smi prints the fields that it is asked for', () => {
  const { hardware, tick } = startHost()
  tick(90_000)
  const run = runNvidiaSmi(hardware.nvidiaSmi(), nvidiaSmiArguments)
  expect(run.status).toBe(0)
  expect(readNvidiaSmi(run.stdout)).toMatchObject(
    hardware
      .truth()
      .map((gpu) => ({ ...expectedOf(gpu), powerLimitWatts: 700, energyJoules: null })),
  )
})

test('nvidia-smi refuses a field that it does not know', () => {
  const run = runNvidiaSmi(startHost().hardware.nvidiaSmi(), ['--query-gpu=index,flavour'])
  expect(run).toMatchObject({ status: 2 })
  expect(run.stdout).toContain('Field "flavour" is not a valid field to query.')
})

test.each([
  ['exits 9', 9, ''],
  ['knows nothing', 0, '[N/A], GPU-'],
] as const)('an nvidia-smi that %s', (kind, status, beginning) => {
  const run = runNvidiaSmi(startHost().hardware.nvidiaSmi(kind), nvidiaSmiArguments)
  expect(run.status).toBe(status)
  expect(run.stdout.slice(0, beginning.length)).toBe(beginning)
})

test.each(['hangs', 'never ends'] satisfies NvidiaSmiKind[])(
  'an nvidia-smi that %s has to be killed',
  (kind) => {
    const run = runNvidiaSmi(startHost().hardware.nvidiaSmi(kind), nvidiaSmiArguments, 300)
    expect(run.signal).toBe('SIGTERM')
  },
)
