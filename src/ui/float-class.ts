/** The look of everything that floats beside a control: menus, option lists, popovers. */
export const floatClass =
  'float-motion flex max-h-[min(36rem,80vh)] flex-col overflow-hidden rounded-lg bg-raised text-default shadow-popover outline-none'

/** Floating things and dialogs share one level, so whatever was opened last stands in front. */
export const floatStyle = { zIndex: 50 } as const
