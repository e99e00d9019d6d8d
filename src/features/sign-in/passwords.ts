import { hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane.
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with argon2id; the result carries its own salt and settings. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2ID);
}

/** True when the password gives this hash. */
export function isPassword(password: string, passwordHash: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFKC'));
}

/** Stands for the hash of an account that does not exist, so that refusing it takes the same work. */
export const NOBODY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$7E/W6wmyY+mN0byO87y5wg$Re/yopYBo6AtohAJaynxZ9sTt35gbtYfuMDiMy+VNqY';
