import { config } from 'zod'

// zod tries `new Function` once when its first object schema is made. The window's content security policy refuses it
// and counts the attempt as a violation. Must be imported before any schema.
config({ jitless: true })
