import type { ReactNode } from 'react'

export interface DialogFormProps {
  /** What the dialog's button submits by: it stands outside, among the actions. */
  readonly id: string
  readonly onSubmit: () => unknown
  readonly children: ReactNode
}

/** The form in a dialog: checked by its owner and not by the browser, kept by nobody, and heard by nothing around the dialog. */
export function DialogForm({ id, onSubmit, children }: DialogFormProps) {
  return (
    <form
      id={id}
      noValidate
      autoComplete="off"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void onSubmit()
      }}
    >
      {children}
    </form>
  )
}
