import type { RunStatus } from '#domain'
import { SpinnerMark } from '#ui'
import { Ban, CircleCheck, CircleDashed, CircleMinus, CircleX } from 'lucide-react'

/** The sign of a run status; the word always stands beside it or is its name. */
export function StatusMark({ status }: { readonly status: RunStatus }) {
  switch (status) {
    case 'waiting':
      return <CircleDashed aria-hidden className="size-4 shrink-0 text-faint" />
    case 'running':
      return (
        <span className="flex shrink-0 text-running">
          <SpinnerMark />
        </span>
      )
    case 'succeeded':
      return <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
    case 'failed':
      return <CircleX aria-hidden className="size-4 shrink-0 text-danger" />
    case 'skipped':
      return <CircleMinus aria-hidden className="size-4 shrink-0 text-faint" />
    case 'cancelled':
      return <Ban aria-hidden className="size-4 shrink-0 text-warning" />
  }
}
