import { lazyRouteComponent } from '@tanstack/react-router'
import { chunk } from '../lib/chunk'

/** A page that is loaded when somebody goes there. When it is missing, nobody's page is loaded anew unasked. */
export const lazyPage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => chunk(load), name)
