export type { Behaviour, BehaviourContext, BehaviourOf } from './behaviour.ts'
export { builtinConnectors, createBuiltinCatalog } from './registry.ts'
export { requestOfTemplate } from './request/request-of-template.ts'
