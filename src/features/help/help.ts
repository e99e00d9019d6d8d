import { typeset } from '#domain/authoring/typography.ts';
import { z } from 'zod';
import { House } from './house.ts';

/** What somebody comes to the help page for, in the order of the page; the orientations of the file come after. */
export const NEEDS = ['danger', 'parler', 'signaler', 'soins'] as const;

const Identifier = z
  .string({ error: 'un texte' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'des minuscules, des chiffres et des traits d’union');
const Sentence = z.string({ error: 'un texte' }).trim().min(1, 'un texte').transform(typeset);
const NeedName = z.enum(NEEDS, { error: `l’un de ces mots : ${NEEDS.join(', ')}` });

const KEYS = { error: 'des clés et leurs valeurs' };
const LIST = { error: 'une liste' };

const Need = z.strictObject({ id: NeedName, titre: Sentence, texte: Sentence.optional() }, KEYS);

const HelpContact = z
  .strictObject(
    {
      id: Identifier,
      nom: Sentence,
      besoin: NeedName,
      numero: z
        .string({ error: 'un numéro entre guillemets' })
        .regex(/^\+?[0-9][0-9 ]*$/, 'un numéro')
        .optional(),
      sms: z.boolean({ error: 'true ou false' }).optional(),
      lien: z.url({ protocol: /^https$/, error: 'une adresse en https' }).optional(),
      ou: Sentence.optional(),
      qui: Sentence,
      quand: Sentence.optional(),
      confidentialite: Sentence.optional(),
      aCompleter: Sentence.optional(),
    },
    KEYS,
  )
  .refine(
    ({ numero, lien, ou, aCompleter }) => [numero, lien, ou, aCompleter].some((way) => way !== undefined),
    'un numéro (numero), une adresse (lien), un lieu (ou) ou la mention « aCompleter »',
  );

const Orientation = z.strictObject(
  { id: Identifier, titre: Sentence, texte: Sentence, contacts: z.array(Identifier, LIST).default([]) },
  KEYS,
);

const EXIT_ADDRESS = '/quitter, ou une adresse en https';
const ExitAddress = z
  .string({ error: EXIT_ADDRESS })
  .refine((text) => text === '/quitter' || /^https:\/\/[^/]/.test(text), EXIT_ADDRESS);

/** `content/aide.yaml`. */
export const HelpFile = z.strictObject(
  {
    exitUrl: ExitAddress,
    besoins: z
      .array(Need, LIST)
      .refine(
        (needs) => NEEDS.every((name) => needs.some(({ id }) => id === name)),
        `une entrée pour chaque besoin : ${NEEDS.join(', ')}`,
      ),
    contacts: z.array(HelpContact, LIST).min(1, 'un contact au moins'),
    reperes: z.array(Orientation, LIST).default([]),
    maisons: z.array(House, LIST).default([]),
  },
  KEYS,
);

/** `aide.yaml` of the installation: only what differs; an entry replaces the one of the same id, a new one is added. */
export const HelpOverrideFile = z.strictObject(
  {
    exitUrl: ExitAddress.optional(),
    besoins: z.array(Need, LIST).default([]),
    contacts: z.array(HelpContact, LIST).default([]),
    reperes: z.array(Orientation, LIST).default([]),
    maisons: z.array(House, LIST).default([]),
  },
  KEYS,
);

export type Need = z.output<typeof Need>;
export type HelpContact = z.output<typeof HelpContact>;
export type Orientation = z.output<typeof Orientation>;
export type Help = z.output<typeof HelpFile>;
export type HelpOverride = z.output<typeof HelpOverrideFile>;

/** The shipped help with what the installation says instead. */
export function overriddenBy(shipped: Help, override: HelpOverride): Help {
  return {
    exitUrl: override.exitUrl ?? shipped.exitUrl,
    besoins: replacedById(shipped.besoins, override.besoins),
    contacts: replacedById(shipped.contacts, override.contacts),
    reperes: replacedById(shipped.reperes, override.reperes),
    maisons: replacedById(shipped.maisons, override.maisons),
  };
}

function replacedById<Entry extends { id: string }>(shipped: readonly Entry[], own: readonly Entry[]): Entry[] {
  const ownById = new Map(own.map((entry) => [entry.id, entry]));
  const shippedIds = new Set(shipped.map(({ id }) => id));
  return [...shipped.map((entry) => ownById.get(entry.id) ?? entry), ...own.filter(({ id }) => !shippedIds.has(id))];
}
