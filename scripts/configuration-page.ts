import { abouts } from '../apps/api/src/config/setting.ts'
import { Settings } from '../apps/api/src/config/settings.ts'

/** docs/configuration.md, from the settings themselves. */
export function configurationPage(): string {
  const rows = Object.entries(Settings.shape).map(([name, schema]) => {
    const about = abouts.get(schema)
    if (about === undefined) throw new Error(`${name} has no description`)
    const names = about.secret ? `\`${name}\` or \`${name}_FILE\`` : `\`${name}\``
    return `| ${names} | ${about.fallback} | ${about.description} |`
  })
  return `# Configuration

Podium is configured by environment variables. All problems are reported at once at the start, by name and never by
value, and the start is refused (exit code 78). An empty variable is an unset one. A secret may live in a file that the
variable with \`_FILE\` names; one of the two is enough.

| variable | default | meaning |
| --- | --- | --- |
${rows.join('\n')}

Demo mode starts when no \`LITELLM_*\` variable is set. A gateway that is configured by half is an error, never a demo;
a gateway that is merely down is waited for.

_Made by \`npm run docs\` from \`apps/api/src/config/settings.ts\`._
`
}
