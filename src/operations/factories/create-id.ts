/** Makes an id with a prefix: `createId` of `#base` in the product, a counter in tests. */
export type CreateId = (prefix: string) => string
