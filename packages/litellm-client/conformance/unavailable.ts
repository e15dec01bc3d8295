/** The genuine gateway cannot be had here: a skip on a developer's machine, a failure in CI. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}
