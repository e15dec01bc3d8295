/** `Workshop/Anthropic/claude-sonnet-4.5`: what many names begin with stands apart from what tells them apart. */
export function splitName(name: string): { label: string; prefix?: string } {
  const at = name.lastIndexOf('/', name.length - 2) + 1
  return at === 0 ? { label: name } : { label: name.slice(at), prefix: name.slice(0, at) }
}
