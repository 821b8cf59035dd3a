export { BreaksDialog } from './breaks-dialog.tsx'
export { KeysDialog } from './keys-dialog.tsx'
export { MoveToDialog } from './move-to-dialog.tsx'
