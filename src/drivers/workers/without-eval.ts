import * as z from 'zod'

/*
 * A worker imports this before anything that makes schemas: zod tries whether it may compile code when a schema is made,
 * and the workers' policy forbids and reports even the attempt.
 */
z.config({ jitless: true })
