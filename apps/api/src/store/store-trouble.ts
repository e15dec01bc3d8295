/**
 * What can fail in the store: a backup, an idle connection and the wait for notices when nobody has asked it for
 * anything; `away` is what keeps Podium from reading or writing, `start` what keeps it from opening.
 */
export type StoreTrouble = 'backup' | 'connection' | 'notices' | 'away' | 'start'

export type OnStoreTrouble = (trouble: StoreTrouble, error: unknown) => void
