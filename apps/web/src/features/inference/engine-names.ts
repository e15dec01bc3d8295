/** As their makers write them. */
const names: Readonly<Record<string, string>> = {
  vllm: 'vLLM',
  sglang: 'SGLang',
  aphrodite: 'Aphrodite',
  tgi: 'TGI',
  llamacpp: 'llama.cpp',
  triton: 'Triton',
  trtllm: 'TensorRT-LLM',
  lmdeploy: 'LMDeploy',
  ollama: 'Ollama',
}

export function engineName(kind: string): string {
  return names[kind] ?? kind
}
