import { isJsonObject, type Json } from '#base'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'

export interface JsonViewProps {
  readonly value: Json
  /** The name of the whole. */
  readonly label: string
}

/** Entries of an object or array that are shown at once; the rest comes in steps of as many. */
const PAGE = 100

/** Shows a JSON value as a tree that opens level by level, so that a large one costs only what is looked at. */
export function JsonView({ value, label }: JsonViewProps) {
  return (
    <div role="group" aria-label={label} className="overflow-x-auto font-mono text-xs leading-5 text-default" dir="ltr">
      <JsonNode value={value} name={null} depth={0} />
    </div>
  )
}

interface NodeProps {
  readonly value: Json
  readonly name: string | null
  readonly depth: number
}

function JsonNode({ value, name, depth }: NodeProps) {
  const [isOpen, setOpen] = useState(depth < 2)
  if (!isJsonObject(value) && !Array.isArray(value)) {
    return (
      <div className="flex gap-1.5 ps-4">
        <Name name={name} />
        <Scalar value={value as string | number | boolean | null} />
      </div>
    )
  }
  const entries = Object.entries(value)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (entries.length === 0) {
    return (
      <div className="flex gap-1.5 ps-4">
        <Name name={name} />
        <span className="text-faint">{`${open}${close}`}</span>
      </div>
    )
  }
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="focus-mark flex min-h-6 items-center gap-1.5 rounded-xs pe-1 text-start hover:bg-hover"
      >
        <ChevronRight aria-hidden className={classNames('-me-1 size-3.5 text-faint', isOpen && 'rotate-90')} />
        <Name name={name} />
        <span className="text-faint">{isOpen ? open : `${open} ${entries.length} ${close}`}</span>
      </button>
      {isOpen && (
        <div className="ms-1.5 border-s border-line ps-2">
          <Entries entries={entries} depth={depth + 1} />
        </div>
      )}
      {isOpen && <div className="ps-4 text-faint">{close}</div>}
    </div>
  )
}

function Entries({ entries, depth }: { readonly entries: readonly [string, Json][]; readonly depth: number }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      {entries.slice(0, shown).map(([key, child]) => (
        <JsonNode key={key} name={key} value={child} depth={depth} />
      ))}
      {entries.length > shown && (
        <button
          type="button"
          onClick={() => setShown(shown + PAGE)}
          className="focus-mark ms-4 rounded-xs font-sans text-accent-text underline"
        >
          {t('common.showMore', { count: Math.min(PAGE, entries.length - shown) })}
        </button>
      )}
    </>
  )
}

function Name({ name }: { readonly name: string | null }) {
  return name === null ? null : <span className="shrink-0 text-muted">{`${name}:`}</span>
}

function Scalar({ value }: { readonly value: string | number | boolean | null }) {
  if (typeof value === 'string') {
    return <span className="min-w-0 break-all whitespace-pre-wrap text-success">{JSON.stringify(value)}</span>
  }
  return <span className="text-accent-text">{String(value)}</span>
}
