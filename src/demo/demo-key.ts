/** The header in which the protected part of the demo API expects its key. */
export const DEMO_KEY_HEADER = 'X-Demo-Key'

/** The key of the protected part. Public on purpose: it opens invented data only, and templates carry it. */
export const DEMO_KEY = 'demo-key-for-everyone'
