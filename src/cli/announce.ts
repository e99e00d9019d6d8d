import { CAST, DEMONSTRATION_PASSWORD } from '#db/seeds/cast.ts';
import type { Config } from '#platform/config.ts';

/** Says where the product is, and how to enter it. */
export function announce(config: Config, say: (sentence: string) => void): void {
  say(`\nRepères est prêt : ${config.origin}`);
  if (config.mode === 'demo') {
    say(`Comptes de démonstration (mot de passe : ${DEMONSTRATION_PASSWORD}) :`);
    for (const member of CAST) say(`  ${member.username.padEnd(15)} ${member.givenName}, ${member.purpose}`);
  } else {
    say('Premier administrateur : npm run reperes -- admin create --aide');
  }
  say('Ctrl-C pour arrêter.');
}
