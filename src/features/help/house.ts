import { typeset } from '#domain/authoring/typography.ts';
import { z } from 'zod';

/** A field that the ministry fills when it knows: left out, empty or null, it says nothing and is not shown. */
function fillable<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (value) => (value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value),
    schema.optional(),
  );
}

const Words = z.string({ error: 'un texte entre guillemets' }).trim().transform(typeset);

/** A « Maison des femmes », or another place that a local agreement binds. */
export const House = z.strictObject(
  {
    id: z
      .string({ error: 'un texte' })
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'des minuscules, des chiffres et des traits d’union'),
    nom: fillable(Words),
    ville: fillable(Words),
    departement: fillable(Words),
    adresse: fillable(Words),
    telephone: fillable(z.string({ error: 'un numéro entre guillemets' }).regex(/^\+?[0-9][0-9 ]*$/, 'un numéro')),
    courriel: fillable(z.email({ error: 'une adresse de courriel' })),
    horaires: fillable(Words),
    public: fillable(Words),
    conventionLocaleAvec: fillable(Words),
  },
  { error: 'des clés et leurs valeurs' },
);

export type House = z.output<typeof House>;
/** A house that the page can show. */
export type NamedHouse = House & { nom: string };

/** The houses that have a name and at least one thing more, by place as a French reader looks for it. */
export function housesToShow(houses: readonly House[]): NamedHouse[] {
  const collator = new Intl.Collator('fr', { numeric: true });
  const place = ({ departement = '', ville = '', nom }: NamedHouse) => `${departement}\n${ville}\n${nom}`;
  return houses.filter(isFilled).sort((one, other) => collator.compare(place(one), place(other)));
}

function isFilled(house: House): house is NamedHouse {
  const filled = Object.values(house).filter((field) => field !== undefined);
  return house.nom !== undefined && filled.length > ['id', 'nom'].length;
}
