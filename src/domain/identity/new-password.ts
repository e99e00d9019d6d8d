export const MIN_PASSWORD_CHARACTERS = 12;

export type PasswordFault = 'too-short' | 'has-username' | 'is-current';

// A shorter username stands in too many passwords to say anything about them.
const MIN_TELLING_USERNAME_CHARACTERS = 4;

/** What makes a new password unfit; null when it may be used. Length is what counts, so no kind of character is asked for. */
export function passwordFault(
  password: string,
  { username, current }: { username: string; current: string },
): PasswordFault | null {
  const plain = password.normalize('NFKC');
  if ([...plain].length < MIN_PASSWORD_CHARACTERS) return 'too-short';
  if (plain === current.normalize('NFKC')) return 'is-current';
  return hasUsername(plain, username) ? 'has-username' : null;
}

function hasUsername(password: string, username: string): boolean {
  const plain = username.normalize('NFKC').toLowerCase();
  if ([...plain].length < MIN_TELLING_USERNAME_CHARACTERS) return password.toLowerCase() === plain;
  return password.toLowerCase().includes(plain);
}
