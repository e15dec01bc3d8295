/** What teams and keys are called outside, where their own ids would tell too much. */
export type PublicIds = { team: (id: string) => string; key: (hash: string) => string }
