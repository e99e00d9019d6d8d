import { z } from 'zod';

/** A view to keep under a name. */
export const ViewForm = z.object({
  name: z.string().trim().min(1, 'Donnez un nom à cette vue.').max(80, 'Le nom a 80 caractères au plus.'),
  /** Where one is: a path of the follow-up with its parameters, checked again by the command. */
  address: z.string().max(2000),
});

/** A kept view to delete, and where to go back to. */
export const ViewDeletionForm = z.object({ viewId: z.uuid(), address: z.string().max(2000) });
