import { canvas } from './canvas.ts'
import { fields } from './fields.ts'
import { inspector } from './inspector.ts'
import { palette } from './palette.ts'

/** The areas that only the designer has; they load with it. */
export const designerTexts = { canvas, palette, inspector, fields } as const
