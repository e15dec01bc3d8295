/** Ways in which the tool goes wrong: U23 of the test matrix; a missing one needs no script. */
export type NvidiaSmiKind = 'works' | 'hangs' | 'exits 9' | 'knows nothing'

const columns = 8

const bodies: Record<NvidiaSmiKind, string> = {
  works:
    'echo "0, GPU-00000000-0000-4000-8000-000000000001, NVIDIA H100 80GB HBM3, 63, 41200, 81559, 402.15, 58"',
  hangs: 'exec sleep 3600',
  'exits 9':
    'echo "NVIDIA-SMI has failed because it couldn\'t communicate with the NVIDIA driver." >&2; exit 9',
  'knows nothing': `echo "${Array.from({ length: columns }, () => '[N/A]').join(', ')}"`,
}

/** A shell script to put on the PATH under the name of `nvidia-smi`. */
export function writeNvidiaSmiScript(kind: NvidiaSmiKind): string {
  return `#!/bin/sh\n${bodies[kind]}\n`
}
