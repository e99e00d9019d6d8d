import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const server = { signIn, signOut };
