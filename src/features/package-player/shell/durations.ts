/** Whole seconds of a CMITimespan (`HHHH:MM:SS.SS`) or of an ISO 8601 duration; null when it is neither. */
export function secondsOf(text: string): number | null {
  const clock = /^(\d{2,4}):(\d{2}):(\d{2})(?:\.\d{1,2})?$/.exec(text);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(text);
  if (!iso || text === 'P') return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = iso;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Seconds as SCORM 1.2 writes them: `0001:02:03.00`. */
export function timespan12(seconds: number): string {
  const part = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(seconds / 3600, 4)}:${part((seconds % 3600) / 60, 2)}:${part(seconds % 60, 2)}.00`;
}

/** Seconds as SCORM 2004 writes them: `PT1H2M3S`. */
export function interval2004(seconds: number): string {
  return `PT${Math.floor(seconds / 3600)}H${Math.floor((seconds % 3600) / 60)}M${Math.floor(seconds % 60)}S`;
}
