import type { Problem } from '#base'
import { validate, type Catalog, type IntegrationDoc, type StepId, type Workspace } from '#domain'
import { useMemo } from 'react'
import { useWorkbench, useWorkspace } from './workbench-context.tsx'

/** The problems of a document, in the order of its flows, and by step. */
export interface DocumentProblems {
  readonly all: readonly Problem[]
  readonly byStep: ReadonlyMap<string, readonly Problem[]>
}

const NONE: readonly Problem[] = []
let latest: { doc: IntegrationDoc; workspace: Workspace; catalog: Catalog; problems: DocumentProblems } | null = null

/** Validates once for each state of document and workspace, however many components ask. */
export function problemsOf(doc: IntegrationDoc, workspace: Workspace, catalog: Catalog): DocumentProblems {
  if (latest?.doc === doc && latest.workspace === workspace && latest.catalog === catalog) return latest.problems
  const all = validate(doc, workspace, catalog)
  const byStep = new Map<string, readonly Problem[]>()
  for (const problem of all) {
    const step = problem.at['step']
    if (typeof step !== 'string') continue
    const known = byStep.get(step)
    byStep.set(step, known ? [...known, problem] : [problem])
  }
  // Steps whose problems are the same keep their list, so that their nodes do not render again.
  for (const [step, problems] of byStep) {
    const before = latest?.problems.byStep.get(step)
    if (before && sameProblems(before, problems)) byStep.set(step, before)
  }
  latest = { doc, workspace, catalog, problems: { all, byStep } }
  return latest.problems
}

const sameProblems = (a: readonly Problem[], b: readonly Problem[]) =>
  a.length === b.length && a.every((problem, index) => problem === b[index])

/** All problems of the open document. */
export function useProblems(): readonly Problem[] {
  const doc = useWorkbench((state) => state.doc)
  const { workspace, catalog } = useWorkspaceFacts()
  return useMemo(() => problemsOf(doc, workspace, catalog).all, [doc, workspace, catalog])
}

/** The problems of one step; the component renders again only when those change. */
export function useStepProblems(step: StepId): readonly Problem[] {
  const { workspace, catalog } = useWorkspaceFacts()
  return useWorkbench((state) => problemsOf(state.doc, workspace, catalog).byStep.get(step) ?? NONE)
}

function useWorkspaceFacts(): { readonly workspace: Workspace; readonly catalog: Catalog } {
  const workspace = useWorkspace((state) => state.workspace)
  const catalog = useWorkspace((state) => state.catalog)
  return { workspace, catalog }
}
