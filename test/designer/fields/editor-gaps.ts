import '../../ui/dom-gaps.ts'

/** What jsdom lacks and the code editor asks: it lays nothing out, so every text has no size and no place. */
const NO_RECTS = Object.assign([], { item: () => null }) as unknown as DOMRectList

if (typeof Range !== 'undefined') {
  Range.prototype.getClientRects = () => NO_RECTS
  Range.prototype.getBoundingClientRect = () => new DOMRect()
  Element.prototype.scrollIntoView = () => undefined
}
