import { aphrodite } from './aphrodite.ts'
import type { SimulatedKind } from './kind.ts'
import { llamacpp } from './llamacpp.ts'
import { lmdeploy } from './lmdeploy.ts'
import { ollama } from './ollama.ts'
import { sglang } from './sglang.ts'
import { tgi } from './tgi.ts'
import { triton } from './triton.ts'
import { trtllm } from './trtllm.ts'
import { vllm } from './vllm.ts'

const kinds = { vllm, sglang, aphrodite, tgi, llamacpp, triton, trtllm, lmdeploy, ollama }

export type SimulatedKindName = keyof typeof kinds

/** Every engine that can be simulated. */
export const simulatedKinds: Readonly<Record<SimulatedKindName, SimulatedKind>> = kinds
