import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { mustPost } from '../raw-call.ts'
import type { Subject } from './subject.ts'

/** Secrets of callers that the gateway tells apart. */
export interface Callers {
  admin: string
  viewer: string
  member: string
  memberViewer: string
  teamKey: string
  readOnly: string
  expired: string
}

const Key = z.object({ key: z.string() })

export async function makeCallers(
  { baseUrl, masterKey, signal }: Subject,
  teamId: string,
): Promise<Callers> {
  const make = (path: string, body: unknown) =>
    mustPost({ baseUrl, key: masterKey, signal }, path, body)
  const key = async (body: object) => Key.parse(await make('/key/generate', body)).key
  const user = async (role: string, joins: boolean, more: object = {}) => {
    const id = `conformance-${role}-${randomBytes(3).toString('hex')}`
    await make('/user/new', { user_id: id, user_role: role, auto_create_key: false })
    // As a plain member: a member with the role admin needs a licence.
    if (joins)
      await make('/team/member_add', { team_id: teamId, member: { role: 'user', user_id: id } })
    return key({ user_id: id, ...more })
  }
  return {
    admin: await user('proxy_admin', false),
    viewer: await user('proxy_admin_viewer', false),
    member: await user('internal_user', true),
    memberViewer: await user('internal_user_viewer', true),
    teamKey: await key({ team_id: teamId }),
    readOnly: await user('proxy_admin', false, { key_type: 'read_only' }),
    expired: await key({ duration: '1s' }),
  }
}
