import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGpuSimulator, type NvidiaSmiKind } from '@podium/gateway-simulator'
import { expect, onTestFinished, test } from 'vitest'
import { createNvidiaSmi, hasNvidiaSmi } from '../../../src/collect/inference/nvidia-smi.ts'

const startsAt = Date.parse('2026-11-21T10:00:00Z')

/** A machine with three GPUs, whose `nvidia-smi` is like this. */
function machine(kind: NvidiaSmiKind, visibleDevices: readonly string[] | null = null) {
  const hardware = createGpuSimulator({ count: 3, seed: 4, startsAt, now: () => startsAt + 60_000 })
  const directory = mkdtempSync(join(tmpdir(), 'podium-smi-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  writeFileSync(join(directory, 'nvidia-smi'), hardware.nvidiaSmi(kind), { mode: 0o755 })
  const path = `${directory}:/usr/bin:/bin`
  const { poll } = createNvidiaSmi({ id: 'nvidia-smi', path, visibleDevices })
  const read = () => poll(startsAt, new AbortController().signal)
  return { hardware, path, read, uuids: hardware.truth().map(({ uuid }) => uuid) }
}

test('the GPUs of this machine are read from nvidia-smi', async () => {
  const { hardware, path, read } = machine('works')
  expect(hasNvidiaSmi(path)).toBe(true)
  expect(await read()).toMatchObject({
    kind: 'nvidia-smi',
    gpus: hardware.truth().map(({ uuid, index, powerWatts, temperatureCelsius }) => ({
      gpu: uuid,
      index,
      powerWatts,
      temperatureCelsius,
      energyJoules: null,
    })),
  })
})

test('CUDA_VISIBLE_DEVICES narrows them, by index or by UUID', async () => {
  const { uuids } = machine('works')
  const visible = async (device: string) =>
    (await machine('works', [device]).read()).gpus.map(({ gpu }) => gpu)
  expect(await visible('1')).toEqual([uuids[1]])
  expect(await visible((uuids[2] ?? '').slice(0, 16))).toEqual([uuids[2]])
})

test('what it does not know is not known, and never 0', async () => {
  const { gpus } = await machine('knows nothing').read()
  expect(gpus).toHaveLength(3)
  expect(gpus[0]).toMatchObject({ powerWatts: null, utilizationRatio: null, memoryUsedBytes: null })
})

test.each([
  ['exits 9', 'upstream'],
  ['hangs', 'timeout'],
  ['never ends', 'too_large'],
] as const)('an nvidia-smi that %s is told as %s', async (kind, reason) => {
  await expect(machine(kind).read()).rejects.toMatchObject({ reason })
})
