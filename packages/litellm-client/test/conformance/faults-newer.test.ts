import { profileNames } from '@podium/gateway-simulator'
import { describe } from 'vitest'
import { describeFaults } from './support/fault-suite.ts'

// In two files, because a file has one core.
describe.each(profileNames.slice(4))('release %s', describeFaults)
