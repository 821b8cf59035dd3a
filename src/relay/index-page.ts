import type { ServerSession } from '#protocol'

/** Puts the session into the page as inert data: `<` is escaped, so that no value can end the element. */
export function indexPage(html: string, session: ServerSession): string {
  const json = JSON.stringify(session).replaceAll('<', '\\u003c')
  const element = `<script type="application/json" id="server">${json}</script>`
  return html.includes('</head>') ? html.replace('</head>', () => `${element}</head>`) : element + html
}
