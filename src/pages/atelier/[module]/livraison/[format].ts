import type { APIRoute } from 'astro';
import { deliverModule } from '#features/delivery/deliver-module.ts';
import { DELIVERY_FORMATS, parseDeliveryFormat } from '#features/delivery/delivery-formats.ts';
import { deliveryNeeds } from '#features/delivery/delivery-needs.ts';
import { findModuleBySlug } from '#features/publishing/queries.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'draft:read');
  if (refusal) return refusal;
  const { db, config } = runtime();
  const as = parseDeliveryFormat(context.params.format ?? '');
  const module = await findModuleBySlug(db, context.params.module ?? '');
  const delivered = as && module && (await deliverModule(deliveryNeeds(db, config), { code: module.code, as }));
  if (!delivered) return context.rewrite('/404');
  return new Response(delivered.bytes, {
    headers: {
      'Content-Type': DELIVERY_FORMATS[as].type,
      'Content-Disposition': `attachment; filename="${delivered.fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
};
