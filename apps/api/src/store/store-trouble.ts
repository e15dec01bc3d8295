/** What can fail when nobody has asked the store for anything: a backup, an idle connection, the wait for notices. */
export type StoreTrouble = 'backup' | 'connection' | 'notices'

export type OnStoreTrouble = (trouble: StoreTrouble, error: unknown) => void
