/** What the designer says when work is not safe: another tab has the integration, or something could not be stored. */
export const workNotices = {
  readOnly: 'Read-only: another tab is editing this integration',
  readOnlyWhy: 'You see its changes as they are saved. Take over to edit here; the other tab becomes read-only.',
  takeOver: 'Take over',
  leftUnsaved: 'The other tab holds changes that could not be saved',
  leftUnsavedWhy:
    'They are still there and not in what you see here. Keep them as a copy in that tab before you close it.',
  notSavedTitle: 'Your latest changes are only in this tab',
  testDataNotSaved: 'Your latest test payloads, pins or runs are only in this tab',
  leaveLoses: 'They are lost when you leave now.',
  stay: 'Stay',
  exportCopy: 'Export a copy',
  leaveUnsaved: 'Leave without saving',
  keepAsCopy: 'Keep as a copy',
  conflictCopy: '{{name}} (conflict copy)',
} as const
