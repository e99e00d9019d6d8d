import { z } from 'zod';

/** Opening a package; `reprendre` ends what is open elsewhere. */
export const OpenPackageForm = z.object({
  code: z.string().max(100),
  reprendre: z.literal('oui').optional(),
});

/** What the address of the player may carry: which opening the tab is. */
export const PlayerQuery = z.object({ ouverture: z.string().max(100).catch('').default('') });

/** A dry run of a package. */
export const TrialForm = z.object({ paquet: z.uuid() });

/** What the address of a dry run may carry. */
export const TrialQuery = z.object({ essai: z.string().max(100).catch('').default('') });
