/** The full version of the municipal API, in the description and on every response (NL API Design Rules). */
export const apiVersion = '1.0.0';
