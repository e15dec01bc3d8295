import { abouts } from './setting.ts'
import { Settings } from './settings.ts'

export type Environment = Record<string, string | undefined>
export type ReadFile = (path: string) => string

export type Given = { texts: Record<string, string>; problems: string[] }

/** The texts of all variables that are set; a secret may come from the file that `NAME_FILE` names. */
export function readEnvironment(env: Environment, readFile: ReadFile): Given {
  const given: Given = { texts: {}, problems: [] }
  for (const [name, schema] of Object.entries(Settings.shape)) {
    const text = blankIsUnset(env[name])
    const path = abouts.get(schema)?.secret === true ? blankIsUnset(env[`${name}_FILE`]) : undefined
    if (path !== undefined && text !== undefined)
      given.problems.push(`${name} and ${name}_FILE are both set: one is enough.`)
    const value = path === undefined ? text : fromFile(name, path, readFile, given.problems)
    if (value !== undefined) given.texts[name] = value
  }
  return given
}

function fromFile(
  name: string,
  path: string,
  readFile: ReadFile,
  problems: string[],
): string | undefined {
  try {
    const text = blankIsUnset(readFile(path))
    if (text === undefined) problems.push(`${name}_FILE names an empty file.`)
    return text
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read.`)
    return undefined
  }
}

/** `NAME=` in an env file means "not set"; a line break at the end is the editor's, not the value's. */
function blankIsUnset(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}
