/** Headers of everything this server sends. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Headers of the application: its pages, scripts and assets. */
export const APP_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON_HEADERS,
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
}

/** The page: its own scripts only, no evaluation, no connection but to this server. React Flow positions nodes by inline style. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const workerPolicy = (script: string, connect: string) =>
  `default-src 'none'; script-src ${script}; connect-src ${connect}`

/** Only the vault worker reaches out; only the sandbox worker compiles WebAssembly. */
const WORKER_POLICIES: ReadonlyMap<string, string> = new Map([
  ['vault', workerPolicy("'self'", "'self' https: http://localhost:* http://127.0.0.1:*")],
  ['runner', workerPolicy("'self'", "'none'")],
  ['sandbox', workerPolicy("'self' 'wasm-unsafe-eval'", "'none'")],
  ['import', workerPolicy("'self'", "'none'")],
])
const STRICTEST = workerPolicy("'self'", "'none'")

/**
 * The content security policy of a file by its path. A worker obeys the policy of its own script's response, and imports
 * are `script-src`, so a worker that may not connect still loads its chunks. A worker nobody knows gets the strictest.
 */
export function contentSecurityPolicy(path: string): string {
  if (!path.startsWith('/workers/')) return PAGE_POLICY
  const name = /^\/workers\/([a-z]+)-worker-/.exec(path)?.[1] ?? ''
  return WORKER_POLICIES.get(name) ?? STRICTEST
}
