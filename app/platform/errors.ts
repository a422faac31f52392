/** It is not there for this person, whether or not it exists. */
export class NotFound extends Error {
  constructor() {
    super('Not found')
  }
}

/** Signed in and known to exist, but not allowed. */
export class Forbidden extends Error {}

/** The state has moved on; the message says what it is now, in words a person can read. */
export class Conflict extends Error {}

/** Input that cannot be taken, by field. */
export class Invalid extends Error {
  constructor(readonly fieldErrors: Record<string, string[]>) {
    super('Invalid input')
  }
}

/** Asked too often; `retryAfter` is in seconds. */
export class TooManyRequests extends Error {
  constructor(readonly retryAfter: number) {
    super('Too many requests')
  }
}
