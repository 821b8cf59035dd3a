import { Profiler, type ComponentType, type ReactNode } from 'react'

/** What rendered since it was cleared last: `node step_abc123`, `field url`. */
export const rendered = new Set<string>()

/** Notes `name` when anything inside renders, also when the picture stays the same. */
export function Counted({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Profiler id={name} onRender={() => rendered.add(name)}>
      {children}
    </Profiler>
  )
}

/** The component, counted under the name its properties give it. */
export function counted<Props extends object>(Inside: ComponentType<Props>, nameOf: (props: Props) => string) {
  return function CountedComponent(props: Props): ReactNode {
    return (
      <Counted name={nameOf(props)}>
        <Inside {...props} />
      </Counted>
    )
  }
}

interface NodeProps {
  readonly data: { readonly node: { readonly id: string } }
}

/** Every component of a module of the canvas's nodes, counted as `node` and its id. */
export function countNodes(module: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const nameOf = ({ data }: NodeProps) => `node ${data.node.id}`
  return Object.fromEntries(
    Object.entries(module).map(([name, node]) => [name, counted(node as ComponentType<NodeProps>, nameOf)]),
  )
}
