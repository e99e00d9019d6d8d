import { useRef, useState, type FormEvent } from 'react';

/** An action as an island calls it; what it answers is described by its shape, since the platform is not for browsers. */
type Send<Answer> = (body: FormData) => Promise<{
  data?: { outcome: 'done'; data: Answer } | { outcome: 'refused'; message: string } | undefined;
  error?: { code: string } | undefined;
}>;

const NOT_SENT = 'Rien n’a été enregistré : vérifiez la connexion, puis recommencez.';

/** Sends the forms of an exercise in place, and keeps what the server answers. */
export function useExercise<Answer>(first: Answer, refusal: string | null) {
  const [answer, setAnswer] = useState(first);
  const [problem, setProblem] = useState(refusal);
  const isSending = useRef(false);

  async function submit(event: FormEvent<HTMLFormElement>, send: Send<Answer & {}>): Promise<void> {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    const form = event.currentTarget;
    const body = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    const { data, error } = await send(body).catch(() => ({ data: undefined, error: { code: 'NOT_SENT' } }));
    isSending.current = false;
    if (error?.code === 'UNAUTHORIZED') return signInAndComeBack(new URL(form.action).hash);
    if (data?.outcome === 'done') setAnswer(data.data);
    setProblem(data?.outcome === 'done' ? null : (data?.message ?? NOT_SENT));
  }

  return { answer, problem, submit };
}

function signInAndComeBack(anchor: string): void {
  window.location.assign(`/connexion?suite=${encodeURIComponent(window.location.pathname + anchor)}`);
}
