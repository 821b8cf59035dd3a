export { ConnectionPicker } from './connection-picker.tsx'
export { TestCredentialsDialog } from './test-credentials-dialog.tsx'
