import '../../ui/styles.css'
import * as z from 'zod'
import { CALLBACK_PATH, takeAnswer } from './callback/take-answer.ts'

// The page's policy forbids and reports even trying to compile code, and zod tries it when the first schema is made:
// so it is told before anything that makes schemas is loaded.
z.config({ jitless: true })

if (location.pathname === CALLBACK_PATH) {
  // Before anything else is loaded: nothing of the application sees the address with a code in it.
  const answer = takeAnswer()
  const { renderCallback } = await import('./callback/render-callback.tsx')
  renderCallback(answer)
} else {
  const { renderApp } = await import('./render-app.tsx')
  renderApp()
}
