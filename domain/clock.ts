/** Where the time comes from, passed to whoever needs it. */
export type Clock = () => Date;
