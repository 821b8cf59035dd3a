import { Component, type ReactNode } from 'react'

export interface ErrorBoundaryProps {
  /** Stands in the place of what could not be drawn. */
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** Keeps an error in what it holds, a part that cannot be loaded included, from leaving an empty page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children
  }
}
