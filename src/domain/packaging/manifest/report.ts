import type { Finding } from '../finding.ts';
import type { XmlElement } from '../xml-element.ts';

/** The documents that a finding refers to. */
export type Clause =
  | 'SCORM 1.2 CAM § 2.3'
  | 'SCORM 2004 CAM § 3.4'
  | 'SCORM 2004 CAM § 5.1'
  | 'SCORM 2004 CAM § 5.2'
  | 'SCORM 2004 SN SB.2.5'
  | 'SCORM 2004 SN'
  | 'IMS CP 1.1.4';

/** Gathers what is found; a manifest wrong in the same way a thousand times says it a few times and then how many more. */
export interface Report {
  findings(): Finding[];
  add(
    severity: Finding['severity'],
    clause: Clause,
    element: XmlElement,
    message: string,
    /** What is the same about several findings; the message's own words without it. */
    kind?: string,
  ): void;
  isRefused(): boolean;
}

const SHOWN_OF_A_KIND = 10;
const MAX_NAME = 80;

export function startReport(file: string | null): Report {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  const overflow = new Map<string, Finding>();
  return {
    findings: () => [...findings],
    isRefused: () => findings.some(({ severity }) => severity === 'refused'),
    add(severity, clause, element, message, kind = message) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const others = count - SHOWN_OF_A_KIND;
      if (others > 0) {
        const summary = overflow.get(kind);
        const words = `Et ${others} ${others === 1 ? 'autre remarque' : 'autres remarques'} de même nature que : ${message}`;
        if (summary) summary.message = words;
        else findings.push(remember(overflow, kind, { severity, message: words, place: placeOf() }));
        return;
      }
      findings.push({ severity, message, place: placeOf() });

      function placeOf(): Finding['place'] {
        return { file, line: element.line, element: shown(element.name), clause };
      }
    },
  };
}

function remember(overflow: Map<string, Finding>, kind: string, finding: Finding): Finding {
  overflow.set(kind, finding);
  return finding;
}

/** Something written in a manifest as it can be shown in a sentence: what does not show is replaced, what is long is cut. */
export function shown(written: string): string {
  const visible = written.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
  return visible.length <= MAX_NAME ? visible : `${visible.slice(0, MAX_NAME)}…`;
}

/** In quotes. */
export const quoted = (written: string): string => `« ${shown(written)} »`;
