import { common } from './common.ts'
import { consent } from './consent.ts'
import { connections } from './connections.ts'
import { connectors } from './connectors.ts'
import { designer } from './designer.ts'
import { home } from './home.ts'
import { problems } from './problems.ts'
import { run } from './run.ts'
import { settings } from './settings.ts'
import { vault } from './vault.ts'

/** The areas that every page has. */
export const pageTexts = {
  common,
  home,
  designer,
  connections,
  consent,
  run,
  problems,
  connector: connectors,
  settings,
  vault,
} as const
