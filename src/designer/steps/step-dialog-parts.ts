export { BreaksDialog } from './breaks-dialog.tsx'
export { MoveToDialog } from './move-to-dialog.tsx'
