import type { RouteAccess } from './answer-request.ts'
import type { Handler } from './context.ts'
import { answerAggregatedActivity } from './daily-activity/aggregated-activity.ts'
import {
  answerAggregatedKeys,
  answerKeySearch,
  answerModelTopKeys,
} from './daily-activity/aggregated-keys.ts'
import { answerExport } from './daily-activity/export-activity.ts'
import { answerPagedActivity } from './daily-activity/paged-activity.ts'
import { answerReadinessDetails } from './health/health.ts'
import { answerKeyInfo, listKeys } from './keys/key-info.ts'
import { completeChat } from './llm/complete-chat.ts'
import { listModels } from './llm/list-models.ts'
import { answerSpendLogs } from './logs/spend-logs.ts'
import { answerModelGroupInfo } from './models/model-group-info.ts'
import { answerModelInfo, answerModelInfoPages } from './models/model-info.ts'
import { listTeamPages, listTeams } from './teams/list-teams.ts'
import { answerTeamInfo } from './teams/team-info.ts'
import { addMembers, deleteTeams, updateTeam } from './writes/change-team.ts'
import { deleteKeys } from './writes/delete-keys.ts'
import { generateKey } from './writes/new-key.ts'
import { createNewTeam } from './writes/new-team.ts'

type Route = readonly [method: 'GET' | 'POST', path: string, handler: Handler, access?: RouteAccess]

const counted: RouteAccess = { countsRefusedCallers: 'newer releases' }
const forAdmins: RouteAccess = { isForAdmins: true }
const daily = '/team/daily/activity'

/** Everything that needs a key. */
export const routes: readonly Route[] = [
  ['GET', '/health/readiness/details', answerReadinessDetails],
  ['GET', '/team/list', listTeams, counted],
  ['GET', '/v2/team/list', listTeamPages, counted],
  ['GET', '/team/info', answerTeamInfo, counted],
  ['GET', daily, answerPagedActivity],
  ['GET', `${daily}/aggregated`, answerAggregatedActivity],
  ['GET', `${daily}/aggregated/keys`, answerAggregatedKeys],
  ['GET', `${daily}/aggregated/search`, answerKeySearch],
  ['GET', `${daily}/aggregated/model_top_keys`, answerModelTopKeys],
  ['GET', `${daily}/export`, answerExport],
  ['GET', '/model/info', answerModelInfo, counted],
  ['GET', '/v1/model/info', answerModelInfo, counted],
  ['GET', '/v2/model/info', answerModelInfoPages],
  ['GET', '/model_group/info', answerModelGroupInfo, { ...counted, livesWithoutDatabase: true }],
  ['GET', '/spend/logs/v2', answerSpendLogs],
  ['GET', '/key/info', answerKeyInfo, counted],
  ['GET', '/key/list', listKeys],
  ['GET', '/models', listModels, { countsRefusedCallers: 'every release' }],
  ['GET', '/v1/models', listModels, { countsRefusedCallers: 'every release' }],
  ['POST', '/team/new', createNewTeam, forAdmins],
  ['POST', '/team/update', updateTeam, forAdmins],
  ['POST', '/team/delete', deleteTeams, forAdmins],
  ['POST', '/team/member_add', addMembers, forAdmins],
  ['POST', '/key/generate', generateKey],
  ['POST', '/key/delete', deleteKeys],
  ['POST', '/chat/completions', completeChat, { countsRefusedCallers: 'every release' }],
  ['POST', '/v1/chat/completions', completeChat, { countsRefusedCallers: 'every release' }],
]
