import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** A new random identifier (UUID version 4). */
export const newId = (): string => randomUUID();

/** An identifier as it comes back from a form or an address. */
export const Id = z.uuid();
