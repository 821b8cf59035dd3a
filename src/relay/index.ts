export {
  createLocalServer,
  LocalServerError,
  type LocalServer,
  type LocalServerOptions,
  type LocalServerProblem,
} from './create-local-server.ts'
