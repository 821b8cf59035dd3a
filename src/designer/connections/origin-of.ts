/** The origin that credentials for a base URL are bound to; a path such as `/demo` lies in the page's own. */
export function originOf(baseUrl: string): string {
  return URL.canParse(baseUrl, location.href) ? new URL(baseUrl, location.href).origin : baseUrl
}
