import { StepId, VariableId } from '#domain'
import { StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { chipsIn, type ChipPart, type PlacedChip } from '../template/template-text.ts'
import type { ChipFace, CodeSurroundings } from './code-view.ts'

/** Asks for the chips to be drawn again: what they are called is not in the text. */
export const refreshChips = StateEffect.define()

const NAME = /\$((?:step|var)_[a-z0-9]{6,24})(?![A-Za-z0-9_])/g

/** The steps and variables an expression's text names. Also found while it does not parse, so chips stay while typing. */
function namesIn(source: string): readonly PlacedChip[] {
  return [...source.matchAll(NAME)].flatMap((match) => {
    const part = partOfName(match[1] ?? '')
    return part ? [{ from: match.index, to: match.index + match[0].length, part }] : []
  })
}

function partOfName(name: string): ChipPart | null {
  const step = StepId.safeParse(name)
  if (step.success) return { kind: 'reference', step: step.data, path: [] }
  const variable = VariableId.safeParse(name)
  return variable.success ? { kind: 'variable', variable: variable.data } : null
}

class ChipWidget extends WidgetType {
  constructor(private readonly face: ChipFace) {
    super()
  }

  override eq(other: ChipWidget): boolean {
    return (
      other.face.label === this.face.label &&
      other.face.title === this.face.title &&
      other.face.isBroken === this.face.isBroken
    )
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = this.face.isBroken ? 'cm-chip cm-chip-broken' : 'cm-chip'
    chip.textContent = this.face.label
    chip.title = this.face.title
    return chip
  }

  override ignoreEvent(): boolean {
    return false
  }
}

/** Draws references as chips that the cursor steps over and one key deletes. */
export function chips(language: 'template' | 'expression', surroundings: CodeSurroundings): Extension {
  const find = language === 'template' ? chipsIn : namesIn
  const decorate = (state: EditorState): DecorationSet => {
    const ranges: Range<Decoration>[] = find(state.doc.toString()).map(({ from, to, part }) =>
      Decoration.replace({ widget: new ChipWidget(surroundings.faceOf(part)) }).range(from, to),
    )
    return Decoration.set(ranges)
  }
  const field = StateField.define<DecorationSet>({
    create: decorate,
    update: (set, transaction) =>
      transaction.docChanged || transaction.effects.some((effect) => effect.is(refreshChips))
        ? decorate(transaction.state)
        : set,
    provide: (self) => [
      EditorView.decorations.from(self),
      EditorView.atomicRanges.of((view) => view.state.field(self, false) ?? Decoration.none),
    ],
  })
  return field
}
