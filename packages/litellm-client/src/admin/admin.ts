import { z } from 'zod'
import { expectShape } from '../schema/expect-shape.ts'
import { createConnection } from '../settings/connection.ts'
import type { Cancellable, ConnectionOptions } from '../settings/options.ts'
import { type Team, TeamRow, toTeam } from '../teams/team.ts'
import { hashOfKey, type KeyInfo, KeyInfoAnswer, toKeyInfo } from './key-info.ts'
import { type CreatedKey, CreatedKeyAnswer, keyBody, type NewKey } from './new-key.ts'
import { type NewTeam, teamBody } from './new-team.ts'

export interface LiteLLMAdminOptions extends ConnectionOptions {
  /** A key of a `proxy_admin`, or the master key. */
  adminKey: string
}

/** Creates and deletes teams and keys. Apart from the client, so that whoever only reads needs no admin key. */
export interface LiteLLMAdmin {
  createTeam(team: NewTeam, options?: Cancellable): Promise<Team>
  createKey(key: NewKey, options?: Cancellable): Promise<CreatedKey>
  /** By secret, by hash or by alias; an unknown one is `not_found`. */
  deleteKey(which: { key: string } | { alias: string }, options?: Cancellable): Promise<void>
  /** By secret or hash; an unknown one is `not_found`. */
  keyInfo(key: string, options?: Cancellable): Promise<KeyInfo>
  close(): Promise<void>
}

export function createLiteLLMAdmin({ adminKey, ...options }: LiteLLMAdminOptions): LiteLLMAdmin {
  const http = createConnection(options, adminKey, 'adminKey')
  return {
    async createTeam(team, { signal } = {}) {
      const request = { route: '/team/new', body: teamBody(team), signal }
      return toTeam(await http.readJson(request, expectShape(TeamRow, 'new team')))
    },
    async createKey(key, { signal } = {}) {
      const request = { route: '/key/generate', body: keyBody(key), signal }
      return http.readJson(request, expectShape(CreatedKeyAnswer, 'new key'))
    },
    async deleteKey(which, { signal } = {}) {
      const body =
        'key' in which ? { keys: [hashOfKey(which.key)] } : { key_aliases: [which.alias] }
      await http.readJson(
        { route: '/key/delete', body, signal },
        expectShape(z.unknown(), 'deleted keys'),
      )
    },
    async keyInfo(key, { signal } = {}) {
      const hash = hashOfKey(key)
      const request = { route: '/key/info', query: new URLSearchParams({ key: hash }), signal }
      const read = expectShape(KeyInfoAnswer, 'key')
      return http.readJson(request, (body) => toKeyInfo(hash, read(body)))
    },
    close: () => http.close(),
  }
}
