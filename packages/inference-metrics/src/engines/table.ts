import { aphrodite } from './aphrodite.ts'
import { llamacpp } from './llamacpp.ts'
import { lmdeploy } from './lmdeploy.ts'
import { ollama } from './ollama.ts'
import { sglang } from './sglang.ts'
import { tgi } from './tgi.ts'
import { triton } from './triton.ts'
import { trtllm } from './trtllm.ts'
import { vllm } from './vllm.ts'

/** Every engine that is known. A new one is its adapter, its name here, and what it says in `test/captured`. */
export const engines = [
  ...[vllm, sglang, aphrodite, tgi, llamacpp],
  ...[triton, trtllm, lmdeploy, ollama],
] as const

export type EngineKind = (typeof engines)[number]['kind']
