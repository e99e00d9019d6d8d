import { useEffect, useRef, useState } from 'react';
import type { OrderingView } from '../ordering-view.ts';

/** The order in which somebody has put the elements so far, and what is said of the last move. */
export function useOrder({ elements, answer }: OrderingView) {
  const [order, setOrder] = useState(() => firstOrder(elements, answer));
  const [isMovable, setMovable] = useState(false);
  const [said, setSaid] = useState('');
  const pressed = useRef<HTMLElement | null>(null);
  const list = useRef<HTMLOListElement>(null);

  // The server's page lists places to choose from; only a browser that runs this can move anything.
  useEffect(() => setMovable(true), []);

  // A browser may drop the focus of what moves in the page.
  useEffect(() => pressed.current?.focus(), [order]);

  function move(element: string, by: 1 | -1): void {
    const from = order.indexOf(element);
    const next = order.filter((id) => id !== element);
    next.splice(from + by, 0, element);
    pressed.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOrder(next);
    const text = list.current?.children[from]?.querySelector('p')?.textContent ?? '';
    setSaid(`${text} Place ${from + by + 1} sur ${order.length}.`);
  }

  return { order, isMovable, said, move, list };
}

/** As answered, else as shown; the server's page and the browser's must begin alike. */
function firstOrder(elements: OrderingView['elements'], answer: OrderingView['answer']): string[] {
  const ids = elements.map(({ id }) => id);
  return answer ? ids.sort((one, other) => (answer.places[one] ?? 0) - (answer.places[other] ?? 0)) : ids;
}
