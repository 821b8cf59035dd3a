import { laterParts } from '#ui'

const notices = laterParts(() => import('./notice-parts.ts'))

/** What is said when work is not safe. It loads at once, but after the first picture: when it is needed it is at hand. */
export function WorkNotices() {
  const parts = notices.useParts()
  if (!parts) return null
  return (
    <>
      <parts.ReadOnlyBanner />
      <parts.SaveProblemBanner />
      <parts.TestDataBanner />
      <parts.LeaveQuestion />
    </>
  )
}
