/** The key a file begins with, and what it says of an integration: so that a file can be told from any other JSON. */
export const FORMAT_KEY = '$format'
export const DOCUMENT_FORMAT = 'patchbay/integration'
