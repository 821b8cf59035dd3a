import { renderRoot } from '../render-root.tsx'
import { CallbackPage } from './callback-page.tsx'

/** Shows the page that a provider's window comes back to; the application itself is not loaded. */
export function renderCallback(answer: URLSearchParams): void {
  renderRoot(<CallbackPage answer={answer} />)
}
