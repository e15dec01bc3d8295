/** Something a person can mend: its message is the whole answer, one sentence. */
export class SetupError extends Error {
  name = 'SetupError'
}
