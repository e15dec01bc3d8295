/** Why an installation failed, from what the installer said, as something a person can act on. */
export function explainInstall(output, pnpm) {
  if (output.includes('npx: not found')) return 'npm is missing: Podium installs itself with it.'
  if (/ENOSPC/.test(output)) return 'The disk is full: Podium needs about 600 MB for its tools.'
  if (/EACCES|EROFS|Permission denied|Read-only file system/.test(output))
    return 'Something may not be written by this user: Podium installs itself into its own folder, and npm keeps its cache in the home folder.'
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL|dns error|error sending request/i.test(
      output,
    )
  )
    return 'The npm registry cannot be reached, and Podium needs it once: connect this machine to the internet (or name your mirror with npm_config_registry), then call this again.'
  if (/OUTDATED_LOCKFILE/.test(output))
    return `pnpm-lock.yaml does not fit the package.json files: run npx ${pnpm} install, then call this again.`
  const told = output.trim().split('\n').slice(-15).join('\n')
  return `The installation failed. The installer's last words:\n${told}`
}
