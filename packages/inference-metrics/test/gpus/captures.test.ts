import { describe, expect, test } from 'vitest'
import {
  mergeGpus,
  nvidiaSmiArguments,
  readGpus,
  readNvidiaSmi,
  readNvidiaSmiXml,
  type GpuReading,
} from '../../src/index.ts'
import { capture } from '../support/captures.ts'
import { readExposition } from '../support/read-exposition.ts'

const mebibyte = 1_048_576

function exported(name: string) {
  const read = readGpus(readExposition(capture(name)))
  if (read === null) throw new Error('no GPUs')
  return read
}

const byIndex = (gpus: readonly GpuReading[], index: number) =>
  gpus.find((gpu) => gpu.index === index)

describe('nvidia-smi', () => {
  const [loaded, split, idle, windows] = readNvidiaSmi(capture('nvidia-smi.csv'))

  test('is asked for fields by name, without a header and without units', () => {
    expect(nvidiaSmiArguments).toEqual([
      '--query-gpu=index,uuid,utilization.gpu,memory.used,memory.total,power.draw,enforced.power.limit,temperature.gpu,temperature.memory,clocks.current.sm,name',
      '--format=csv,noheader,nounits',
    ])
  })

  test('an H100 under load', () =>
    expect(loaded).toEqual({
      gpu: 'GPU-00000000-0000-0000-0000-000000000000',
      index: 0,
      name: 'NVIDIA H100 80GB HBM3',
      host: null,
      pod: null,
      utilizationRatio: 1,
      // 19,818 and 81,559 MiB
      memoryUsedBytes: 20_780_679_168,
      memoryTotalBytes: 85_520_809_984,
      powerWatts: 631.95,
      powerLimitWatts: 700,
      temperatureCelsius: 59,
      memoryTemperatureCelsius: 54,
      // 1,980 MHz
      smClockHertz: 1_980_000_000,
      energyJoules: null,
      mig: [],
    }))

  test('an H100 that is split does not know how busy it is', () =>
    expect(split).toMatchObject({ utilizationRatio: null, powerWatts: 433.78 }))

  test('what is no number is not known', () => {
    expect(idle).toMatchObject({ utilizationRatio: 0, memoryTemperatureCelsius: null })
    expect(windows).toMatchObject({ utilizationRatio: 0.07, powerWatts: 97.43 })
    const spellings =
      '[N/A], [Not Supported], [Requested functionality has been deprecated], [Insufficient Permissions], [Unknown Error], [GPU is lost], N/A, -'
    expect(readNvidiaSmi(`4, GPU-AB12, ${spellings}, NVIDIA GB10, rev. 2\n`)).toMatchObject([
      {
        gpu: 'GPU-ab12',
        index: 4,
        utilizationRatio: null,
        memoryTotalBytes: null,
        powerWatts: null,
        name: 'NVIDIA GB10, rev. 2',
      },
    ])
  })

  test('a line that is no GPU is none', () =>
    expect(readNvidiaSmi('NVIDIA-SMI has failed\n\nNo devices were found\n0, , 1\n')).toEqual([]))
})

describe('nvidia-smi -q -x', () => {
  test('v13: the draw has two names, and half of the schema is deprecated', () =>
    expect(readNvidiaSmiXml(capture('nvidia-smi-rtx-3080-v13.xml'))).toMatchObject([
      {
        gpu: 'GPU-19d6d965-2acc-f646-00f8-4c76979aabb4',
        index: 0,
        name: 'NVIDIA GeForce RTX 3080',
        utilizationRatio: 0.65,
        memoryUsedBytes: 9184 * mebibyte,
        memoryTotalBytes: 10_240 * mebibyte,
        powerWatts: 139.62,
        powerLimitWatts: 320,
        temperatureCelsius: 27,
        memoryTemperatureCelsius: null,
        smClockHertz: 1_950_000_000,
      },
    ]))

  test('v12: an A100 with four instances is one GPU', () => {
    const [gpu, ...more] = readNvidiaSmiXml(capture('nvidia-smi-a100-sxm4-v12.xml'))
    expect(more).toEqual([])
    expect(gpu).toMatchObject({
      utilizationRatio: null,
      memoryUsedBytes: 50 * mebibyte,
      memoryTotalBytes: 81_920 * mebibyte,
      powerWatts: 67.03,
      powerLimitWatts: 500,
      memoryTemperatureCelsius: 44,
    })
    expect(gpu?.mig.map(({ instance }) => instance)).toEqual(['3', '4', '5', '6'])
    expect(gpu?.mig[0]?.memoryUsedBytes).toBe(12 * mebibyte)
  })

  test('four K80 stand in the order of their index, not of their minor number', () => {
    const gpus = readNvidiaSmiXml(capture('nvidia-smi-k80-x4-out-of-order.xml'))
    expect(gpus.map(({ index, powerWatts }) => [index, powerWatts])).toEqual([
      [0, 135.72],
      [1, 139.71],
      [2, 32.27],
      [3, 34.44],
    ])
  })

  test('a small card knows no power; two cards are two', () => {
    expect(readNvidiaSmiXml(capture('nvidia-smi-gtx-1050-windows.xml'))).toMatchObject([
      { utilizationRatio: 0.02, powerWatts: null, powerLimitWatts: null },
    ])
    expect(readNvidiaSmiXml(capture('nvidia-smi-rtx-2080-ti-x2.xml'))).toHaveLength(2)
    expect(readNvidiaSmiXml('<gpu id="x"><uuid>GPU-1')).toEqual([])
  })
})

describe('dcgm-exporter', () => {
  test('labels of today, MIG, pods', () => {
    const { kind, gpus } = exported('dcgm.prom')
    expect(kind).toBe('dcgm')
    expect(gpus).toHaveLength(3)
    expect(byIndex(gpus, 0)).toEqual({
      gpu: 'GPU-8d1b6f3a-0c55-4f6e-b1c9-0a2b3c4d5e6f',
      index: 0,
      name: 'NVIDIA H100 80GB HBM3',
      host: 'gpu-node-1',
      pod: 'vllm-qwen3-coder-30b-0',
      utilizationRatio: 0.97,
      memoryUsedBytes: 72_368 * mebibyte,
      // 72,368 used + 8,712 free + 479 reserved
      memoryTotalBytes: 81_559 * mebibyte,
      powerWatts: 412.873,
      powerLimitWatts: null,
      temperatureCelsius: 51,
      memoryTemperatureCelsius: 58,
      smClockHertz: 1_980_000_000,
      // 914,423,117,204 mJ
      energyJoules: 914_423_117.204,
      mig: [],
    })
    expect(byIndex(gpus, 1)).toMatchObject({ pod: null, memoryTemperatureCelsius: null })
    expect(byIndex(gpus, 2)).toMatchObject({
      utilizationRatio: null,
      // Once, though each instance repeats it.
      powerWatts: 121.402,
      energyJoules: 410_992_331.808,
      // 20,604 + 12
      memoryUsedBytes: 20_616 * mebibyte,
      mig: [
        {
          instance: '2',
          profile: '3g.40gb',
          utilizationRatio: 0.311207,
          memoryUsedBytes: 21_604_859_904,
        },
        { instance: '9', profile: '1g.10gb', utilizationRatio: 0, memoryUsedBytes: 12_582_912 },
      ],
    })
  })

  test('labels of before, and the last line is lost without its line feed', () => {
    const { gpus } = exported('dcgm-old.prom')
    expect(gpus).toMatchObject([
      {
        gpu: 'GPU-20c56d28-0da5-6d26-a36a-e7af1ce2586e',
        name: 'Tesla T4',
        host: '424773df46e0',
        utilizationRatio: 0,
        memoryUsedBytes: 0,
        memoryTotalBytes: 15_109 * mebibyte,
        powerWatts: 8.969,
        energyJoules: 128_996.013,
        smClockHertz: 300_000_000,
      },
      {
        gpu: 'GPU-9ef1b6d0-3643-5dd7-b823-c0ec20dcf2d5',
        host: '551bdf382151',
        powerLimitWatts: 70,
      },
    ])
  })

  test('what pods repeat counts once, and blanks are not known', () => {
    const line = (name: string, pod: string, value: string) =>
      `DCGM_FI_DEV_${name}{gpu="0",uuid="GPU-A",pod_name="${pod}"} ${value}\n`
    const text =
      line('FB_USED', 'x', '100') +
      line('FB_USED', 'y', '100') +
      line('FB_FREE', 'x', '50') +
      line('GPU_TEMP', 'x', '2147483632') +
      line('POWER_USAGE', 'x', '140737488355328.000000') +
      line('TOTAL_ENERGY_CONSUMPTION', 'x', '9223372036854775794')
    expect(readGpus(readExposition(text))?.gpus).toMatchObject([
      {
        gpu: 'GPU-a',
        pod: 'x',
        memoryUsedBytes: 100 * mebibyte,
        memoryTotalBytes: 150 * mebibyte,
        temperatureCelsius: null,
        powerWatts: null,
        energyJoules: null,
      },
    ])
  })
})

test('nvidia_gpu_exporter: units in names, GPU- left out', () => {
  const { kind, gpus } = exported('nvidia_gpu_exporter-h100-80gb-hbm3.prom')
  expect(kind).toBe('nvidia_gpu_exporter')
  // The same machine at the same moment as nvidia-smi's capture.
  expect(gpus).toEqual([readNvidiaSmi(capture('nvidia-smi.csv'))[0]])
  expect(exported('nvidia_gpu_exporter-h100-mig.prom').gpus).toMatchObject([
    { utilizationRatio: null, powerWatts: 433.78, memoryUsedBytes: 11_665_408_000 },
  ])
  const energy = 'nvidia_smi_energy_joules_total{uuid="a"} 12.5\n'
  expect(readGpus(readExposition(energy))?.gpus[0]?.energyJoules).toBe(12.5)
})

describe('AMD’s exporter', () => {
  test('its first labels and families', () =>
    expect(exported('amd-old.prom')).toMatchObject({
      kind: 'amd',
      gpus: [
        {
          gpu: 'GPU-6699c0a8-4200-4242-037f-f97e6cae0f09',
          powerWatts: 41,
          utilizationRatio: 0,
          memoryTotalBytes: 68_702_000_000,
          energyJoules: null,
        },
      ],
    }))

  test('its labels of today: microjoules, and only the first partition counts', () => {
    const labels = (partition: number) =>
      `{card_model="MI300X",gpu_id="3",gpu_partition_id="${partition}",gpu_uuid="AB-1",hostname="n1"}`
    const text = `amd_gpu_energy_consumed${labels(0)} 2500000\namd_gpu_energy_consumed${labels(1)} 0\namd_gpu_package_power${labels(0)} 132\namd_gpu_used_vram${labels(0)} 284\namd_gpu_total_vram${labels(0)} 196592\namd_gpu_gfx_activity${labels(0)} 25\n`
    expect(readGpus(readExposition(text))?.gpus).toMatchObject([
      {
        gpu: 'GPU-ab-1',
        index: 3,
        name: 'MI300X',
        host: 'n1',
        energyJoules: 2.5,
        powerWatts: 132,
        memoryUsedBytes: 284 * mebibyte,
        memoryTotalBytes: 196_592 * mebibyte,
        utilizationRatio: 0.25,
      },
    ])
  })
})

test('Triton tells its GPUs beside its figures, in joules', () =>
  expect(exported('triton.prom')).toMatchObject({
    kind: 'triton',
    gpus: [
      {
        gpu: 'GPU-3f0c1f6e-52b1-4a0e-9d0b-7a1c2d3e4f50',
        utilizationRatio: 0.87,
        powerWatts: 318.442,
        powerLimitWatts: 700,
        energyJoules: 1_184_233.507,
      },
    ],
  }))

test('engines without GPU families have no GPUs', () =>
  expect(readGpus(readExposition(capture('vllm.prom')))).toBeNull())

test('one row for each UUID: the first source wins, the others fill what it lacks', () => {
  const smi = readNvidiaSmi(
    '1, gpu-8D1B6F3A-0C55-4F6E-B1C9-0A2B3C4D5E6F, 50, 1, 2, 400, 700, 50, N/A, 1000, H100\n',
  )
  const merged = mergeGpus([
    { source: 'nvidia-smi', at: 2, gpus: smi },
    { source: 'dcgm', at: 1, gpus: exported('dcgm.prom').gpus },
  ])
  expect(merged.map(({ source, index }) => [source, index])).toEqual([
    ['nvidia-smi', 1],
    ['dcgm', 1],
    ['dcgm', 2],
  ])
  expect(merged[0]).toMatchObject({
    at: 2,
    powerWatts: 400,
    utilizationRatio: 0.5,
    memoryTemperatureCelsius: 58,
    host: 'gpu-node-1',
    energyJoules: 914_423_117.204,
  })
})
