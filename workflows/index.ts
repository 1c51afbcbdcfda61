/** Every workflow that the worker runs. */
export { detailvraag } from './detailvraag.ts';
export { retentie } from './retentie.ts';
export { zoekvraag } from './zoekvraag.ts';
