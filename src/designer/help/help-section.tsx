import { textOf, useTranslation } from '#texts'

/** What a section holds: a paragraph, and points after it. */
export interface HelpText {
  readonly title: string
  readonly text: string
  readonly points?: Readonly<Record<string, string>>
}

export interface HelpSectionProps {
  /** Its anchor in the address. */
  readonly id: string
  /** The key of its texts. */
  readonly path: string
  /** Which texts there are. */
  readonly text: HelpText
}

/** A heading with what there is to say about it. */
export function HelpSection({ id, path, text: { points = {} } }: HelpSectionProps) {
  const { t } = useTranslation()
  const keys = Object.keys(points)
  return (
    <section id={id} className="flex scroll-mt-6 flex-col gap-2 text-sm leading-6 text-default">
      <h2 className="text-base font-semibold text-strong">{textOf(t, `${path}.title`)}</h2>
      <p className="text-pretty">{textOf(t, `${path}.text`)}</p>
      {keys.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {keys.map((key) => (
            <Point key={key} text={textOf(t, `${path}.points.${key}`)} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** What stands before the colon is what the point is about. */
function Point({ text }: { readonly text: string }) {
  const end = text.indexOf(':')
  return (
    <li className="text-pretty">
      {end > 0 && <strong className="font-medium text-strong">{text.slice(0, end + 1)}</strong>}
      {end > 0 ? text.slice(end + 1) : text}
    </li>
  )
}
