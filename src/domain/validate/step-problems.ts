import type { Problem } from '#base'
import { specOf, type Catalog } from '../catalog.ts'
import type { FlowId, StepId } from '../ids.ts'
import type { IntegrationDoc } from '../integration.ts'
import { referencesOf } from '../references.ts'
import { isConnectorStep, type Step } from '../step.ts'
import { treeIndexOf, type TreeIndex } from '../tree.ts'
import type { Workspace } from '../workspace.ts'
import { branchTests } from './branch-tests.ts'
import { breakPlace } from './break-place.ts'
import { brokenReference } from './broken-reference.ts'
import { calledFlow } from './called-flow.ts'
import { connectionChoice } from './connection-choice.ts'
import { draftInput } from './draft-input.ts'
import { expressionError } from './expression-error.ts'
import { loopRange } from './loop-range.ts'
import { missingInput } from './missing-input.ts'
import { stepName } from './step-name.ts'
import type { StepContext, StepRule } from './step-context.ts'
import { testCredential } from './test-credential.ts'
import { unknownStep } from './unknown-step.ts'
import { connectionsByKey, methodCredentials, testCredentials } from './workspace-index.ts'

/** What a step's record says, and what it is connected with. */
const OWN_RULES: readonly StepRule[] = [
  unknownStep,
  stepName,
  connectionChoice,
  testCredential,
  missingInput,
  draftInput,
  expressionError,
  branchTests,
  loopRange,
]

/** What also depends on where the step is, and on what else is in the document. They do not look at `spec`. */
const PLACE_RULES: readonly StepRule[] = [brokenReference, breakPlace, calledFlow]

/** What problems were found from. As long as none of it is another object they are the same. */
interface OwnFinding {
  readonly catalog: Catalog
  readonly flow: FlowId
  readonly slot: StepContext['slot']
  readonly connection: StepContext['connection']
  readonly authMethod: StepContext['authMethod']
  readonly credential: StepContext['credential']
  readonly methodCredential: StepContext['methodCredential']
  readonly problems: readonly Problem[]
}

interface PlaceFinding {
  /** null: the step is the same wherever it stands. */
  readonly tree: TreeIndex | null
  readonly flows: IntegrationDoc['flows']
  readonly variables: IntegrationDoc['variables']
  /** Steps whose names stand in the problems. */
  readonly named: readonly Step[]
  readonly problems: readonly Problem[]
}

/** Renewed in place: a move makes those of most steps stale at once, and putting each into the map again costs more than looking. */
interface Finding {
  own: OwnFinding
  place: PlaceFinding
  readonly problems: readonly Problem[]
}

const NONE: readonly Problem[] = []

/** Most steps refer to little and stand anywhere: moving one must not cost a look at all of them. */
const dependsOnPlace = (step: Step): boolean =>
  step.kind === 'break-loop' || step.kind === 'call-flow' || referencesOf(step).length > 0

const findings = new WeakMap<Step, Finding>()

/** The steps whose names stand in problems. */
const namedIn = (doc: IntegrationDoc, problems: readonly Problem[]): readonly Step[] =>
  problems.flatMap(({ at }) => doc.steps[at['target'] as StepId] ?? [])

/** Finds the problems of steps of one document; each step is looked at again only when something it depends on is new. */
export function createStepProblems(
  doc: IntegrationDoc,
  workspace: Workspace,
  catalog: Catalog,
): (step: Step, flow: FlowId) => readonly Problem[] {
  const connections = connectionsByKey(workspace)
  const credentials = testCredentials(workspace)
  const ofMethods = methodCredentials(workspace)
  const tree = treeIndexOf(doc)
  const { flows, variables } = doc

  const isPlaceFresh = (known: PlaceFinding, step: Step): boolean =>
    known.tree === null ||
    (known.tree === tree &&
      known.variables === variables &&
      (known.flows === flows || step.kind !== 'call-flow') &&
      known.named.every((named) => doc.steps[named.id] === named))

  const anywhere: PlaceFinding = { tree: null, flows, variables, named: [], problems: NONE }
  const fine: PlaceFinding = { tree, flows, variables, named: [], problems: NONE }

  const findPlace = (context: StepContext): PlaceFinding => {
    if (!dependsOnPlace(context.step)) return anywhere
    const problems = PLACE_RULES.flatMap((rule) => rule(context))
    return problems.length === 0 ? fine : { tree, flows, variables, named: namedIn(doc, problems), problems }
  }

  return (step, flow) => {
    const slot = isConnectorStep(step) && step.slot !== null ? doc.slots[step.slot] : undefined
    const connection = slot?.connection ? connections.get(slot.connection) : undefined
    const authMethod = connection && workspace.authMethods[connection.authMethod]
    const credential = connection && credentials.get(connection.id)
    const methodCredential = authMethod && ofMethods.get(authMethod.id)
    const known = findings.get(step)
    const ownIsFresh =
      known !== undefined &&
      known.own.catalog === catalog &&
      known.own.flow === flow &&
      known.own.slot === slot &&
      known.own.connection === connection &&
      known.own.authMethod === authMethod &&
      known.own.credential === credential &&
      known.own.methodCredential === methodCredential
    const placeIsFresh = known !== undefined && isPlaceFresh(known.place, step)
    if (ownIsFresh && placeIsFresh) return known.problems
    const links = { slot, connection, authMethod, credential, methodCredential }
    const spec = ownIsFresh ? undefined : specOf(catalog, step)
    const context: StepContext = { doc, flow, step, catalog, spec, ...links }
    const own = ownIsFresh
      ? known.own
      : { catalog, flow, ...links, problems: OWN_RULES.flatMap((rule) => rule(context)) }
    const place = placeIsFresh ? known.place : findPlace(context)
    if (known && own.problems === known.own.problems && place.problems === known.place.problems) {
      known.own = own
      known.place = place
      return known.problems
    }
    const problems = [...own.problems, ...place.problems]
    findings.set(step, { own, place, problems })
    return problems
  }
}
