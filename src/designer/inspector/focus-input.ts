const CONTROLS = '[contenteditable="true"], input:not([type="hidden"]), textarea, button'

/** Brings an input of the settings into view and focuses it; what is folded is opened first. */
export function focusInput(key: string): void {
  const field = document.querySelector<HTMLElement>(`[data-input="${CSS.escape(key)}"]`)
  if (!field) return
  const folded = field.closest('[hidden]')
  if (folded) folded.parentElement?.querySelector<HTMLElement>('button[aria-expanded="false"]')?.click()
  requestAnimationFrame(() => {
    field.scrollIntoView({ block: 'center' })
    const [control] = [...field.querySelectorAll<HTMLElement>(CONTROLS)].toSorted(buttonsLast)
    control?.focus()
  })
}

const buttonsLast = (a: HTMLElement, b: HTMLElement) => Number(a.tagName === 'BUTTON') - Number(b.tagName === 'BUTTON')
