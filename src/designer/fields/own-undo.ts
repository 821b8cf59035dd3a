/** Where undoing is not the document's: what is typed there is no part of it. Such an element carries `data-own-undo`. */
export const OWN_UNDO = '[data-own-undo], input[type="search"]'
