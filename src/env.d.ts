/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Named in the log and on error pages, so that a person can quote it. */
    requestId: string;
    /** The time of this request; everything it writes carries it. */
    now: import('#domain/time/instant.ts').Instant;
    /** The address of the person's machine, seen through the trusted proxies. */
    clientAddress: string;
    /** Who is signed in; null when nobody is. */
    actor: import('#domain/identity/roles.ts').Actor | null;
    /** The sign-in session behind `actor`. */
    signInSession: import('#features/sign-in/sign-in-session.ts').SignInSession | null;
    /** How the person signed in reads best. */
    comfort: import('#domain/identity/reading-comfort.ts').ReadingComfort;
    /** What the frame of every page shows of the installation. */
    site: {
      /** Where « Quitter rapidement » goes. */
      exitUrl: string;
      /** What the footer says of accessibility. */
      conformity: import('#features/accessibility/conformity.ts').Conformity;
      isDemonstration: boolean;
      version: string;
    };
  }
}
