import { useSyncExternalStore } from 'react'
import type { BaseLocationHook } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

/** Stands before the way out of a screen that holds work which is nowhere else. */
export interface LeaveGuard {
  readonly mayLeave: () => boolean
  /** Asked when it may not: whether it may after all. */
  readonly ask: () => Promise<boolean>
}

type Navigate = typeof navigate

/** What tells of another address; the router makes events of the last two. */
const EVENTS = ['popstate', 'hashchange', 'pushState', 'replaceState']

let guarded: { readonly guard: LeaveGuard; readonly path: string } | null = null
let isAsking = false
/** The path that goes on being shown while the address is another one already: the browser's Back does not wait. */
let held: string | null = null
const watchers = new Set<() => void>()

const tell = () => {
  for (const watcher of watchers) watcher()
}

async function mayLeaveAfterAll({ ask }: LeaveGuard): Promise<boolean> {
  isAsking = true
  try {
    return await ask()
  } finally {
    isAsking = false
  }
}

function letGo(): void {
  held = null
  tell()
}

/** The browser's Back went somewhere else already; what it left stays in sight until it may go. */
function holdBack(): void {
  if (!guarded || held !== null || isAsking) return
  const { guard, path } = guarded
  if (location.pathname === path || guard.mayLeave()) return
  held = path
  void mayLeaveAfterAll(guard).then((may) => {
    if (held === null) return
    if (!may && location.pathname !== path) history.pushState(null, '', path)
    letGo()
  })
}

// The router's own listening would show the other screen before anybody could be asked, so this listens in its place.
const onEvent = ({ type }: Event) => {
  if (type === 'popstate') holdBack()
  tell()
}

const watch = (watcher: () => void) => {
  if (watchers.size === 0) for (const event of EVENTS) window.addEventListener(event, onEvent)
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) for (const event of EVENTS) window.removeEventListener(event, onEvent)
  }
}

const navigateGuarded: Navigate = (to, options) => {
  // One question at a time; it is about leaving, wherever to.
  if (isAsking) return
  if (!guarded || guarded.guard.mayLeave()) navigate(to, options)
  else
    void mayLeaveAfterAll(guarded.guard).then((may) => {
      if (may) navigate(to, options)
    })
}

/** Asks before the screen at the present address is left, in the page or by the browser's Back. Gives back how to end that. */
export function guardLeaving(guard: LeaveGuard): () => void {
  const mine = { guard, path: location.pathname }
  guarded = mine
  return () => {
    if (guarded !== mine) return
    guarded = null
    if (held !== null) letGo()
  }
}

/** The address as the router is to see it: leaving waits for who guards the screen. */
export const useGuardedLocation: BaseLocationHook = () => [
  useSyncExternalStore(watch, () => held ?? location.pathname),
  navigateGuarded,
]
