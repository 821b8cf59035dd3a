/** A person with a browser that shows forms and keeps cookies, for where no window is needed. */
export interface FormWalker {
  /** Opens an address and follows redirects; gives the page, or the first address outside the given server. */
  readonly open: (url: string) => Promise<string>
  /** Presses a button of the page that is open; `typed` goes into the fields of its form. */
  readonly press: (button: string | RegExp, typed?: Readonly<Record<string, string>>) => Promise<string>
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&')

/** Walks the pages of one server. */
export function createFormWalker(server: string): FormWalker {
  const cookies = new Map<string, string>()
  let at = server
  let html = ''

  const go = async (url: string, init: RequestInit = {}): Promise<string> => {
    let next = new URL(url, at).href
    let options = init
    for (let hops = 0; hops < 20; hops += 1) {
      if (!next.startsWith(server)) return next
      const response = await fetch(next, {
        ...options,
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      const location = response.headers.get('location')
      at = next
      if (location === null) {
        html = await response.text()
        return html
      }
      next = new URL(location, next).href
      options = {}
    }
    throw new Error(`Too many redirects at ${next}`)
  }

  return {
    open: (url) => go(url),
    press: (button, typed = {}) => {
      const forms = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form)
      const buttons = [...html.matchAll(/<button([^>]*)>([^<]*)<\/button>/g)]
      const pressed = buttons.find(([, , text = '']) =>
        typeof button === 'string' ? text === button : button.test(text),
      )
      if (!pressed) throw new Error(`There is no button ${button} in ${html.slice(-900)}`)
      const id = attribute(pressed[1] ?? '', 'form')
      const form = forms.find((one) => (id === undefined ? one.includes(pressed[0]) : attribute(one, 'id') === id))
      if (form === undefined) throw new Error(`The button ${button} has no form`)
      const hidden = [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]): [string, string][] => {
        const name = attribute(tag, 'name')
        return name === undefined ? [] : [[name, attribute(tag, 'value') ?? '']]
      })
      const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...typed })
      return go(attribute(form, 'action') ?? at, { method: 'POST', body })
    },
  }
}
