/** In whole seconds, as SCORM 1.2 writes a duration. */
export function timespan(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** In whole seconds, as ISO 8601 writes a duration. */
export function interval(seconds: number): string {
  return `PT${Math.max(0, Math.floor(seconds))}S`;
}
