import { element } from '../element.ts';

/** What an answer says of itself, whatever it answers. */
interface Verdict {
  isRight: boolean;
  verdict: string;
}

/**
 * The form of an exercise: what it asks, then its button and its verdict, in a place that is always there so that it is read out
 * when it comes.
 * @param onSubmit gives the verdict, or the sentence that says what is missing
 */
export function exerciseForm(asked: readonly Node[], onSubmit: (form: HTMLFormElement) => Verdict | string) {
  const problem = element('p', { class: 'field__error', role: 'alert', hidden: true });
  const button = element('button', { class: 'button button--secondary' }, 'Valider ma réponse');
  const verdict = element('p', { class: 'exercise__verdict', role: 'status' });
  const foot = element('div', { class: 'exercise__foot' }, button, verdict);
  const form = element('form', {}, ...asked, problem, foot);
  const show = (answer: Verdict) => {
    button.textContent = 'Répondre de nouveau';
    verdict.className = `exercise__verdict exercise__verdict--${answer.isRight ? 'right' : 'wrong'}`;
    verdict.textContent = answer.verdict;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answer = onSubmit(form);
    problem.hidden = typeof answer !== 'string';
    if (typeof answer === 'string') problem.textContent = answer;
    else show(answer);
  });
  return { form, show };
}
