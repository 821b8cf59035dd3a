export { createDemoApi, type DemoApi, type DemoApiOptions } from './create-demo-api.ts'
export { DEMO_KEY, DEMO_KEY_HEADER } from './demo-key.ts'
export type { DemoRequest, DemoResponse } from './demo-message.ts'
