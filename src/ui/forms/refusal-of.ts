/** Why a form was refused, and beside which fields. */
export interface Refusal {
  message: string;
  fields: Record<string, string>;
}

type ActionResult = { data?: unknown } | undefined;

/** What the answer to a form says was refused; null when it was not sent, or was done. */
export function refusalOf(result: ActionResult): Refusal | null {
  const answer = result?.data as { outcome?: string; message?: string; fields?: Record<string, string> } | undefined;
  return answer?.outcome === 'refused' ? { message: answer.message ?? '', fields: answer.fields ?? {} } : null;
}
