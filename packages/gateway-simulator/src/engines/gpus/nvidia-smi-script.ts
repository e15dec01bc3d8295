import type { GpuMoment } from './gpu.ts'

/** Ways in which the tool goes wrong: U23 of the test matrix; a missing one needs no script. */
export type NvidiaSmiKind = 'works' | 'hangs' | 'exits 9' | 'knows nothing' | 'never ends'

const fields: Readonly<Record<string, (gpu: GpuMoment) => string>> = {
  index: ({ index }) => String(index),
  uuid: ({ uuid }) => uuid,
  name: ({ name }) => name,
  'utilization.gpu': ({ utilizationRatio }) => String(Math.round(utilizationRatio * 100)),
  'memory.used': ({ memoryUsedMib }) => String(memoryUsedMib),
  'memory.total': ({ memoryTotalMib }) => String(memoryTotalMib),
  'power.draw': ({ powerWatts }) => powerWatts.toFixed(2),
  'enforced.power.limit': ({ limitWatts }) => limitWatts.toFixed(2),
  'temperature.gpu': ({ temperatureCelsius }) => String(temperatureCelsius),
  'temperature.memory': ({ memoryTemperatureCelsius }) => String(memoryTemperatureCelsius),
  'clocks.current.sm': ({ smClockMhz }) => String(smClockMhz),
}

/** A shell script to put on the PATH under the name of `nvidia-smi`; it prints the fields that it is asked for. */
export function writeNvidiaSmiScript(kind: NvidiaSmiKind, gpus: readonly GpuMoment[]): string {
  return `#!/bin/sh\n${bodyOf(kind, gpus)}\n`
}

function bodyOf(kind: NvidiaSmiKind, gpus: readonly GpuMoment[]): string {
  switch (kind) {
    case 'hangs':
      return 'exec sleep 3600'
    case 'exits 9':
      return 'echo "NVIDIA-SMI has failed because it couldn\'t communicate with the NVIDIA driver." >&2; exit 9'
    case 'never ends':
      return 'while :; do echo "0, GPU-00000000, 1, 1, 1, 1, 1, 1, 1, 1, a GPU without an end"; done'
    case 'works':
      return answer(gpus, (gpu, field) => fields[field]?.(gpu) ?? '[N/A]')
    case 'knows nothing':
      return answer(gpus, (gpu, field) => (field === 'uuid' ? gpu.uuid : '[N/A]'))
  }
}

/** Reads `--query-gpu=`; a field that nobody knows is refused, as the tool does. */
function answer(
  gpus: readonly GpuMoment[],
  value: (gpu: GpuMoment, field: string) => string,
): string {
  const cases = gpus.flatMap((gpu) =>
    Object.keys(fields).map((field) => `${gpu.index}:${field}) printf %s '${value(gpu, field)}';;`),
  )
  return `asked=
for argument; do case $argument in --query-gpu=*) asked=\${argument#*=};; esac; done
tell() { case "$1:$2" in
${cases.join('\n')}
*) printf 'Field "%s" is not a valid field to query.\\n' "$2"; exit 2;;
esac; }
for gpu in ${gpus.map(({ index }) => index).join(' ')}; do
  separator=
  IFS=,
  for field in $asked; do printf %s "$separator"; tell "$gpu" "$field"; separator=', '; done
  echo
done`
}
