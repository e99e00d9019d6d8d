import { z } from 'zod';
import type { AdvanceNotice } from '#domain/module/compiled-module.ts';
import { shownList, shownText } from './expectations.ts';

/** What is told before entering a module or a lesson. */
export const NOTICE_KEYS = {
  sujets: shownList(1, 12, 'la liste des sujets abordés, entre crochets : [violences sexuelles, emprise]'),
  intensite: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: '1, 2 ou 3' }),
  medias: shownText,
  precision: shownText.optional(),
};

/** The notice of a module or of a lesson, from its settings. */
export function toAdvanceNotice(settings: z.output<z.ZodObject<typeof NOTICE_KEYS>>): AdvanceNotice {
  return {
    topics: settings.sujets,
    intensity: settings.intensite,
    media: settings.medias,
    detail: settings.precision ?? null,
  };
}
