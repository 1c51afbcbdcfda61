/** Every workflow that the worker runs. */
export { aanlevering } from './aanlevering.ts';
export { detailvraag } from './detailvraag.ts';
export { opruiming } from './opruiming.ts';
export { retentie } from './retentie.ts';
export { zoekvraag } from './zoekvraag.ts';
