/** Something the person at the terminal can solve: `message` is one Dutch sentence that says what to do. */
export class Uitleg extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Uitleg';
  }
}
