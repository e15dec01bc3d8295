import { expect, test } from 'vitest'
import { refusalKind } from '../../src/errors/refusal.ts'

const problem = (type: string | null, message = 'x') => ({
  error: { message, type, param: 'None', code: '400' },
})

test.each([
  [401, problem('auth_error', 'Authentication Error, No api key passed in.'), 'auth'],
  [401, problem('token_not_found_in_db'), 'auth'],
  [400, problem('expired_key'), 'expired_key'],
  [401, problem('expired_key'), 'expired_key'],
  [401, { error: { message: 'x', type: 'None' } }, 'auth'],
  [401, 'bare text of /metrics', 'auth'],
  [
    401,
    { detail: { error: 'Only admin users can query all teams/other teams. Your user role=x' } },
    'partial_view',
  ],
  [404, { detail: { error: 'User= None not found' } }, 'partial_view'],
  [
    404,
    { detail: { error: "User does not belong to Team= t. Call `/user/info` to see user's teams" } },
    'partial_view',
  ],
  [403, { detail: 'Virtual key is not allowed to call this route.' }, 'forbidden'],
  [403, problem('key_model_access_denied'), 'forbidden'],
  [
    401,
    problem('auth_error', 'Authentication Error, Only proxy admin can be used to generate'),
    'forbidden',
  ],
  [
    401,
    problem('team_member_permission_error', 'Team member does not have permissions'),
    'forbidden',
  ],
  [404, { detail: 'Not Found' }, 'not_found'],
  [404, problem('not_found_error', 'Key not found in database'), 'not_found'],
  [405, { detail: 'Method Not Allowed' }, 'not_found'],
  [400, problem('budget_exceeded'), 'budget'],
  [429, problem('budget_exceeded'), 'budget'],
  [422, problem('budget_exceeded'), 'budget'],
  [
    422,
    { detail: [{ type: 'less_than_equal', loc: ['query', 'page_size'], msg: 'x' }] },
    'rejected',
  ],
  [429, problem('throttling_error'), 'rate_limited'],
  [429, { detail: { error: 'x' } }, 'rate_limited'],
  [400, { detail: { error: 'Date range must be at most 400 days' } }, 'rejected'],
  [400, { detail: 'page and page_size must be >= 1' }, 'rejected'],
  [400, problem('bad_request_error', "Key with alias 'a' already exists. Unique"), 'conflict'],
  [
    400,
    problem('internal_server_error', "{'error': 'Team id = 7 already exists. Please'}"),
    'conflict',
  ],
  [400, problem('no_db_connection'), 'no_database'],
  [503, problem('no_db_connection'), 'no_database'],
  [
    401,
    problem('auth_error', "Authentication Error, Can't reach database server at `db`:`5432`"),
    'no_database',
  ],
  [
    401,
    problem('auth_error', 'Authentication Error, All connection attempts failed'),
    'no_database',
  ],
  [
    403,
    problem(
      'auth_error',
      'user not allowed to access this route, role= proxy_admin_viewer. Trying to access: /team/daily/activity',
    ),
    'viewer_refused',
  ],
  [500, undefined, 'upstream'],
  [500, { error: { message: 'no code here' } }, 'upstream'],
  [502, '<html>', 'upstream'],
  [408, undefined, 'upstream'],
  [413, undefined, 'rejected'],
  [407, undefined, 'proxy'],
  [302, undefined, 'redirect_refused'],
  [409, { type: 'about:blank', title: 'x', status: 409 }, 'conflict'],
  [401, { error: 7, detail: [] }, 'auth'],
  [418, null, 'rejected'],
])('%i with %j is %s', (status, body, kind) => {
  expect(refusalKind(status, body)).toBe(kind)
})
