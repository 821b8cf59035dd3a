import * as z from 'zod'

/** One line of a `rows` setting: a parameter, a claim, or a part of a custom request with where it goes. */
export const AuthRow = z.strictObject({ name: z.string(), value: z.string(), in: z.string().optional() })
export type AuthRow = z.infer<typeof AuthRow>

/** The rows of a setting; none where it holds something else. */
export function authRowsOf(setting: unknown): readonly AuthRow[] {
  return AuthRow.array().safeParse(setting).data ?? []
}
