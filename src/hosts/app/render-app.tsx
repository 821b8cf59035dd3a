import { App } from './app.tsx'
import { renderRoot } from './render-root.tsx'

/** Shows the application. */
export function renderApp(): void {
  renderRoot(<App />)
}
