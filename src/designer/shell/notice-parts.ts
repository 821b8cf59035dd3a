export { LeaveQuestion } from './leave-question.tsx'
export { ReadOnlyBanner } from './read-only-banner.tsx'
export { SaveProblemBanner } from './save-problem-banner.tsx'
export { TestDataBanner } from './test-data-banner.tsx'
