import type { VaultContext } from './vault-context.ts'

/** Does something whose answer has to be redacted: what is opened for it is not forgotten before, even when it is locked. */
export async function whileRedacting<T>(
  { secrets }: Pick<VaultContext, 'secrets'>,
  work: () => Promise<T>,
): Promise<T> {
  const letGo = secrets.retain()
  try {
    return await work()
  } finally {
    letGo()
  }
}
