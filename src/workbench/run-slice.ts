import { isJsonObject, type Json } from '#base'
import { RunId, stepsOfFlow, type IntegrationDoc, type Run, type StepId, type TraceEvent } from '#domain'
import type { RunOutcome } from '#runtime'
import type { StoreApi } from 'zustand'
import type { RunHandle, TestPayload, WorkbenchPorts } from './ports.ts'
import { reduceTrace, runOf, viewOf, type RunView } from './run-view.ts'
import type { SideWrites } from './side-writes.ts'
import { vaultGateOf } from './vault-gate.ts'
import type { RunSlice, WorkbenchState } from './workbench-state.ts'

type Store = Pick<StoreApi<WorkbenchState>, 'getState' | 'setState'>

/** Runs of one integration that are kept at hand. */
const KEPT_RUNS = 20

/** The test runner. What is kept of it goes through `writes`. */
export function createRunSlice(store: Store, ports: WorkbenchPorts, writes: SideWrites): RunSlice {
  let handle: RunHandle | null = null
  const { getState, setState } = store
  // Another tab may be writing the same.
  const isReadOnly = () => getState().mode === 'read-only'
  return {
    run: null,
    pastRuns: [],
    pins: {},
    retries: true,
    openStepRun: null,
    payloads: [],
    payload: null,
    testData: { status: 'saved', problem: null },
    start: (options = {}) => {
      if (handle) return
      if (isLockedOut(getState().doc, ports)) {
        void vaultGateOf(ports.vault)
          .open()
          .then((isUnlocked) => {
            if (isUnlocked) getState().start(options)
          })
        return
      }
      handle = startRun(store, { ports, writes }, options, () => {
        handle = null
      })
    },
    stop: () => handle?.cancel(),
    showRun: (id) => {
      const run = getState().pastRuns.find((past) => past.id === id)
      if (run) setState({ run, openStepRun: null })
    },
    setOpenStepRun: (openStepRun) => setState({ openStepRun }),
    setRetries: (retries) => setState({ retries }),
    pin: (step, output) => {
      if (isReadOnly()) return
      const { [step]: _, ...others } = getState().pins
      const pins: Readonly<Record<StepId, Json>> = output === null ? others : { ...others, [step]: output }
      setState({ pins })
      const { id } = getState().doc
      writes.write(`pin ${step}`, () => ports.runs.savePin(id, step, output))
    },
    savePayload: (payload) => {
      if (isReadOnly()) return
      const { payloads, doc } = getState()
      const isKnown = payloads.some((candidate) => candidate.id === payload.id)
      setState({
        payloads: isKnown
          ? payloads.map((candidate) => (candidate.id === payload.id ? payload : candidate))
          : [...payloads, payload],
        payload: payload.id,
      })
      writes.write(`payload ${payload.id}`, () => ports.runs.savePayload(doc.id, payload))
    },
    removePayload: (id) => {
      if (isReadOnly()) return
      const payloads = getState().payloads.filter((candidate) => candidate.id !== id)
      setState({ payloads, payload: getState().payload === id ? (payloads[0]?.id ?? null) : getState().payload })
      writes.write(`payload ${id}`, () => ports.runs.removePayload(id))
    },
    choosePayload: (payload) => setState({ payload }),
  }
}

/** Whether the document's connections need a vault that is locked, or has not said yet that it is not. */
function isLockedOut(doc: IntegrationDoc, ports: WorkbenchPorts): boolean {
  const hasConnection = Object.values(doc.slots).some(({ connection }) => connection !== null)
  return hasConnection && !vaultGateOf(ports.vault).isOpen()
}

/**
 * Reads what is kept beside the document: earlier runs, pins and the payloads of the open flow. What cannot be read stays
 * as it was: the document can be edited without.
 */
export async function loadRuns(store: Store, ports: WorkbenchPorts): Promise<void> {
  const { doc, flow } = store.getState()
  const [runs, pins, payloads] = await Promise.allSettled([
    ports.runs.list(doc.id),
    ports.runs.pins(doc.id),
    ports.runs.payloads(doc.id, flow),
  ])
  // Another flow was opened meanwhile: what belongs to it is read on its own.
  if (store.getState().flow !== flow) return
  if (runs.status === 'fulfilled') showRuns(store, runs.value)
  if (pins.status === 'fulfilled') store.setState({ pins: pins.value })
  if (payloads.status === 'fulfilled') showPayloads(store, payloads.value)
}

function showRuns(store: Store, runs: readonly Run[]): void {
  const { flow, run: shown } = store.getState()
  const kept = runs.slice(0, KEPT_RUNS).map(viewOf)
  // A run that has just ended may not be stored yet.
  const isNew = shown !== null && shown.endedAt !== null && !kept.some(({ id }) => id === shown.id)
  const pastRuns = isNew ? [shown, ...kept] : kept
  const isStaying = shown !== null && (shown.flow === flow || shown.status === 'running')
  const run = isStaying ? shown : (pastRuns.find((past) => past.flow === flow) ?? null)
  store.setState({ pastRuns, run })
  if (run !== shown) store.setState({ openStepRun: null })
}

/** The chosen one stays chosen where it is among them. */
function showPayloads(store: Store, payloads: readonly TestPayload[]): void {
  const { payload } = store.getState()
  const isThere = payloads.some(({ id }) => id === payload)
  store.setState({ payloads, payload: isThere ? payload : (payloads[0]?.id ?? null) })
}

function startRun(
  { getState, setState }: Store,
  { ports, writes }: { readonly ports: WorkbenchPorts; readonly writes: SideWrites },
  options: { readonly until?: StepId; readonly given?: Readonly<Record<StepId, Json>> },
  onEnd: () => void,
): RunHandle {
  const state = getState()
  const trigger = triggerValueOf(state)
  const view = newRunView(state, RunId.parse(ports.environment.createId('run')), trigger, ports.environment.now())
  setState({ run: view, openStepRun: null, runPanelOpen: true })
  const update = (events: readonly TraceEvent[]) => {
    const { run } = getState()
    if (run?.id === view.id) setState({ run: reduceTrace(run, events) })
  }
  const handle = ports.runner.start(
    {
      run: view.id,
      doc: state.doc,
      flow: state.flow,
      trigger,
      variables: {},
      given: { ...state.pins, ...options.given },
      retries: state.retries,
      until: options.until ?? null,
    },
    update,
  )
  void handle.done.then((outcome) => {
    onEnd()
    finish({ getState, setState }, { ports, writes }, view.id, outcome)
  })
  return handle
}

/** Brings a run to its end even when its last events did not come through, and keeps it. */
function finish(
  { getState, setState }: Store,
  { ports, writes }: { readonly ports: WorkbenchPorts; readonly writes: SideWrites },
  id: Run['id'],
  outcome: RunOutcome,
): void {
  const { run, pastRuns } = getState()
  if (run?.id !== id) return
  const ended =
    run.endedAt === null
      ? reduceTrace(run, [
          {
            type: 'run-ended',
            run: id,
            at: ports.environment.now(),
            status: outcome.status,
            result: null,
            failure: outcome.status === 'failed' ? outcome.failure : null,
            dropped: run.dropped,
          },
        ])
      : run
  setState({ run: ended, pastRuns: [ended, ...pastRuns].slice(0, KEPT_RUNS) })
  writes.write(`run ${id}`, () => ports.runs.save(runOf(ended)))
}

function newRunView(state: WorkbenchState, id: Run['id'], trigger: Json, now: number): RunView {
  return {
    id,
    integration: state.doc.id,
    flow: state.flow,
    status: 'running',
    startedAt: now,
    endedAt: null,
    trigger: { state: 'complete', value: trigger, bytes: JSON.stringify(trigger).length },
    failure: null,
    dropped: 0,
    order: [],
    steps: {},
    byStep: Object.fromEntries(waitingSteps(state.doc, state.flow)),
  }
}

function waitingSteps(doc: IntegrationDoc, flow: WorkbenchState['flow']): [string, RunView['byStep'][string]][] {
  return stepsOfFlow(doc, flow).map((id) => [
    id,
    { status: 'waiting', runs: 0, failed: 0, milliseconds: null, latest: id, retrying: false, progress: null },
  ])
}

/** What the flow is started with: the chosen payload, or nothing. */
function triggerValueOf(state: WorkbenchState): Json {
  const chosen: TestPayload | undefined = state.payloads.find(
    (payload) => payload.id === state.payload && payload.flow === state.flow,
  )
  return chosen && (isJsonObject(chosen.value) || Array.isArray(chosen.value)) ? chosen.value : (chosen?.value ?? {})
}
