/** In the order in which they are offered. */
export const commandKinds = ['page', 'measure', 'range', 'team'] as const
export type CommandKind = (typeof commandKinds)[number]

/** Something to go to or to choose, by its name. */
export type Command = {
  kind: CommandKind
  id: string
  label: string
  /** Of a team. */
  mark?: number | null
  run: () => void
}

const mostShown = 50

/** Those whose name, or the name of whose kind, holds every word of the text; what begins with it comes first. */
export function foundCommands(
  commands: readonly Command[],
  text: string,
  nameOf: Readonly<Record<CommandKind, string>>,
): { shown: readonly Command[]; more: number } {
  const wanted = plain(text).split(/\s+/).filter(Boolean)
  const found = commands.filter(({ kind, label }) => {
    const name = plain(`${label} ${nameOf[kind]}`)
    return wanted.every((word) => name.includes(word))
  })
  const isFirst = ({ label }: Command) => plain(label).startsWith(wanted.join(' '))
  const best =
    wanted.length === 0
      ? found
      : [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))]
  return { shown: best.slice(0, mostShown), more: Math.max(0, best.length - mostShown) }
}

/** Without case and accents: who looks for `zurich` means Zürich. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .trim()
}
