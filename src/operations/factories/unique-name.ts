import { stepsOfFlow, type FlowId, type IntegrationDoc } from '#domain'

/** `name`, or `name 2`, `name 3` …: the first that is not taken. A number that `name` already ends with counts on. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const base = name.replace(/ \d+$/, '')
  for (let number = 2; ; number += 1) {
    const candidate = `${base} ${number}`
    if (!taken.has(candidate)) return candidate
  }
}

/** A name that no step of a flow has yet. */
export function uniqueStepName(doc: IntegrationDoc, flow: FlowId, name: string): string {
  return uniqueName(name, new Set(stepsOfFlow(doc, flow).map((id) => doc.steps[id]?.name ?? '')))
}

/** A name that no flow of the integration has yet. */
export function uniqueFlowName(doc: IntegrationDoc, name: string): string {
  return uniqueName(name, new Set(Object.values(doc.flows).map((flow) => flow.name)))
}
