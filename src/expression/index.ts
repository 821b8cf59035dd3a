export { expressionReferences, type ExpressionReference } from './expression-references.ts'
export { parseExpression, type SyntaxTree } from './parse-expression.ts'
export { pathSource } from './path-source.ts'
export { rewriteReferences } from './rewrite-references.ts'
