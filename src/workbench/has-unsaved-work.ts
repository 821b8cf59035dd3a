import type { WorkbenchState } from './workbench-state.ts'

/** Whether something of this session would be lost with it: the document's edits, or what stands beside it. */
export function hasUnsavedWork({ save, testData }: Pick<WorkbenchState, 'save' | 'testData'>): boolean {
  return save.status !== 'saved' || testData.status !== 'saved'
}
