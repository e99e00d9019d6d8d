import { z } from 'zod';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { command, required } from '../command.ts';
import { Refusal } from '../refusal.ts';

const MODULE_LIST = /^\s*m\d+(\s*,\s*m\d+)*\s*$/;

export const programmeOpen = command({
  name: 'programme open',
  usage: '--code <nom court> --nom "<nom>" --modules m1,m2,m3,m4',
  summary: 'Ouvre un parcours : des modules requis et une échéance (REPERES_DEADLINE).',
  options: { code: { type: 'string' }, nom: { type: 'string' }, modules: { type: 'string' } },
  schema: z.object({
    code: required('le nom court').regex(/^[a-z0-9-]{1,60}$/, 'minuscules, chiffres et tirets, 60 au plus'),
    nom: required('le nom du parcours').max(200, '200 caractères au plus'),
    modules: required('les modules').regex(
      MODULE_LIST,
      'des codes de modules séparés par des virgules, comme m1,m2,m3,m4',
    ),
  }),
  async run({ code, nom, modules }, { act, config, say, openDatabase }) {
    const result = await createProgramme(await openDatabase(), act, {
      slug: code,
      name: nom,
      opensOn: civilDateOf(act.at),
      deadline: config.deadline,
      moduleCodes: modules.split(',').map((word) => word.trim()),
    });
    switch (result.outcome) {
      case 'created':
        return say(`Parcours « ${nom} » ouvert, échéance le ${config.deadline}.`);
      case 'slug-taken':
        throw new Refusal(`Un parcours s’appelle déjà « ${code} ».`);
      case 'no-such-module':
        throw new Refusal(`Aucun module publié n’a le code ${result.code}.`);
    }
  },
});
