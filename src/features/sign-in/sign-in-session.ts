import type { Instant } from '#domain/time/instant.ts';

/** A browser where somebody is signed in. */
export interface SignInSession {
  /** SHA-256 of the secret that the browser holds; safe to print in a form. */
  idHash: string;
  createdAt: Instant;
  expiresAt: Instant;
  userAgent: string;
  /** Somebody else chose the password: nothing else can be done before it is changed. */
  mustChangePassword: boolean;
}
