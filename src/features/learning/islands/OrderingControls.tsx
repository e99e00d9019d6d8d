interface Props {
  /** The id of the element's text, which names its controls. */
  elementId: string;
  name: string;
  /** Where the element stands, from 0. */
  place: number;
  placeCount: number;
  /** The stored place. */
  chosen: number | undefined;
  /** Null as long as nothing moves: the plain form's list of places is shown. */
  onMove: ((by: 1 | -1) => void) | null;
}

/** How one element gets its place: a list of places in the plain form, two buttons once there is JavaScript. */
export default function OrderingControls({ elementId, name, place, placeCount, chosen, onMove }: Props) {
  const places = Array.from({ length: placeCount }, (_, index) => index);
  if (!onMove)
    return (
      <span className="placing__controls">
        <label htmlFor={`${elementId}-place`} id={`${elementId}-quoi`}>
          Place
        </label>
        <select
          className="input placing__select"
          id={`${elementId}-place`}
          name={name}
          required
          defaultValue={chosen ?? ''}
          aria-labelledby={`${elementId}-quoi ${elementId}`}
        >
          <option value="">–</option>
          {places.map((index) => (
            <option key={index} value={index}>
              {index + 1}
            </option>
          ))}
        </select>
      </span>
    );
  const button = (by: 1 | -1, label: string, isEnd: boolean) => (
    <button
      type="button"
      className="button button--secondary placing__move"
      id={`${elementId}-${by > 0 ? 'descendre' : 'monter'}`}
      aria-labelledby={`${elementId}-${by > 0 ? 'descendre' : 'monter'} ${elementId}`}
      aria-disabled={isEnd}
      onClick={() => !isEnd && onMove(by)}
    >
      {label}
    </button>
  );
  return (
    <span className="placing__controls">
      <input type="hidden" name={name} value={place} />
      {button(-1, 'Monter', place === 0)}
      {button(1, 'Descendre', place === placeCount - 1)}
    </span>
  );
}
