import type { MailOutcome } from '#platform/mail/mail-outcome.ts';

const MAX_REPLY_CHARACTERS = 300;

/** Why a letter will not be delivered, in a sentence. */
export function failureSentence(
  outcome: Extract<MailOutcome, { outcome: 'refused' | 'deferred' | 'uncertain' }>,
): string {
  switch (outcome.outcome) {
    case 'refused':
      return `Le serveur de messagerie refuse cette adresse ou ce message. ${replyWords(outcome.reply)}`;
    case 'deferred':
      return `Le serveur de messagerie a remis à plus tard ${MOST_TRIES} fois. ${replyWords(outcome.reply)}`;
    case 'uncertain':
      return 'La liaison a été coupée pendant la remise : le message est peut-être parti.';
  }
}

/** What is written of a letter that was being handed over when the server stopped. */
export const INTERRUPTED = 'Le service s’est arrêté pendant la remise : le message est peut-être parti.';

/** A server that keeps putting off is believed after so many times. */
export const MOST_TRIES = 5;

/** Why nothing leaves at the moment, in a sentence. */
export function problemSentence({ reason, reply }: Extract<MailOutcome, { outcome: 'unreachable' }>): string {
  switch (reason) {
    case 'connection':
      return `Le serveur de messagerie ne répond pas. ${replyWords(reply)}`;
    case 'sign-in':
      return `Le serveur de messagerie refuse l’identifiant ou le mot de passe de REPERES_SMTP_URL. ${replyWords(reply)}`;
    case 'sender':
      return `Le serveur de messagerie refuse l’expéditeur de REPERES_MAIL_FROM. ${replyWords(reply)}`;
  }
}

function replyWords(reply: string): string {
  return `Sa réponse : « ${reply
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, MAX_REPLY_CHARACTERS)} ».`;
}
