import { Server } from 'lucide-react'

export interface FieldDescriptionProps {
  readonly help: string | undefined
  /** What has to be known before it is tried. */
  readonly note: string | undefined
}

/** What stands below a field: what it is for, and that the local server is needed for it. */
export function FieldDescription({ help, note }: FieldDescriptionProps) {
  return (
    <>
      {help}
      {note !== undefined && (
        <span className="mt-0.5 flex items-start gap-1 text-warning">
          <Server aria-hidden className="mt-0.5 size-3 shrink-0" />
          <span>{note}</span>
        </span>
      )}
    </>
  )
}
