import type { Json } from '#base'
import { isConnectorStep, specOf, type InputSpec, type InputValue, type StableKey, type StepId } from '#domain'
import { textOf, useTranslation, type TFunction } from '#texts'
import { loadChoices, usePorts, useWorkbench, useWorkbenchStore, useWorkspaceStore } from '#workbench'
import { useMemo } from 'react'
import type { ChoicesAnswer } from '../fields/field-context.ts'
import { failureSentence } from '../fields/live/failure-sentence.ts'
import { EMPTY_SCOPE } from '../fields/scope/field-scope.ts'

/** Asks for the choices of an input with a data source; another function when connection or inputs they depend on change. */
export function useChoicesOf(spec: InputSpec, stepId: StepId): (() => Promise<ChoicesAnswer>) | undefined {
  const { t } = useTranslation()
  const { runner } = usePorts()
  const workbench = useWorkbenchStore()
  const workspace = useWorkspaceStore()
  const source = spec.options?.kind === 'data-source' ? spec.options : null
  const connection = useWorkbench(({ doc }) => {
    const step = doc.steps[stepId]
    return source && step && isConnectorStep(step) && step.slot !== null
      ? (doc.slots[step.slot]?.connection ?? null)
      : null
  })
  const given = useWorkbench(({ doc }) => {
    const step = doc.steps[stepId]
    if (!source || !step || !('inputs' in step)) return '[]'
    return JSON.stringify(source.dependsOn.map((key) => step.inputs[key] ?? null))
  })
  return useMemo(() => {
    if (!source) return undefined
    return async () => {
      const step = workbench.getState().doc.steps[stepId]
      const { catalog } = workspace.getState()
      const connector = step && isConnectorStep(step) ? catalog.connector(step.connector.key) : undefined
      if (!step || !connector || connection === null) return { ok: false, sentence: t('fields.choices.noConnection') }
      const inputs = literalsIn(source.dependsOn, JSON.parse(given) as (InputValue | null)[])
      if ('missing' in inputs) {
        const label = specOf(catalog, step)?.inputs.find(({ key }) => key === inputs.missing)?.label ?? inputs.missing
        return { ok: false, sentence: t('fields.choices.needsInputs', { input: textOf(t, label) }) }
      }
      const query = { connector, dataSource: source.dataSource, connection, inputs: inputs.values }
      return ask(t, runner, query)
    }
  }, [source, connection, given, stepId, t, runner, workbench, workspace])
}

async function ask(
  t: TFunction,
  runner: Parameters<typeof loadChoices>[0],
  query: Parameters<typeof loadChoices>[1] & { readonly connection: StableKey },
): Promise<ChoicesAnswer> {
  const loaded = await loadChoices(runner, query)
  if (loaded.ok) return { ok: true, choices: loaded.value }
  return { ok: false, sentence: failureSentence(t, loaded.error, EMPTY_SCOPE) }
}

/** The fixed values of the inputs the choices depend on, or the first that has none. */
function literalsIn(
  keys: readonly string[],
  given: readonly (InputValue | null)[],
): { readonly values: Readonly<Record<string, Json>> } | { readonly missing: string } {
  const values: Record<string, Json> = {}
  for (const [index, key] of keys.entries()) {
    const value = given[index]
    if (value?.kind !== 'literal' || value.value === null) return { missing: key }
    values[key] = value.value
  }
  return { values }
}
