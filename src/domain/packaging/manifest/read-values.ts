import type { XmlElement } from '../xml-element.ts';
import type { Clause, Report } from './report.ts';
import { quoted } from './report.ts';
import { attributeOf, collapsed } from './xml-access.ts';

/** Reads the values of one manifest and says which are not what the specification has: those keep their default. */
export interface Values {
  boolean(element: XmlElement | null, name: string, otherwise: boolean): boolean;
  /** Between two bounds, both allowed. */
  number<T extends number | null>(
    element: XmlElement | null,
    name: string,
    bounds: readonly [number, number],
    otherwise: T,
  ): number | T;
  word<T extends string>(element: XmlElement | null, name: string, allowed: readonly T[], otherwise: T): T;
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Null when it is not a decimal number as manifests write them. */
export function decimalOf(text: string): number | null {
  return DECIMAL.test(text) && text.length <= 30 ? Number(text) : null;
}

export function readValues(report: Report, clause: Clause): Values {
  const written = (element: XmlElement | null, name: string): string | null => {
    const value = element === null ? null : attributeOf(element, name);
    return value === null ? null : collapsed(value);
  };
  const wrong = (element: XmlElement, name: string, value: string, expected: string): void =>
    report.add(
      'wrong',
      clause,
      element,
      `L’attribut « ${name} » vaut ${quoted(value)}, alors qu’il attend ${expected} : il est laissé de côté, faites-le corriger.`,
      `value ${element.name} ${name}`,
    );
  return {
    boolean(element, name, otherwise) {
      const value = written(element, name);
      if (value === null) return otherwise;
      if (value === 'true' || value === '1') return true;
      if (value === 'false' || value === '0') return false;
      const lower = value.toLowerCase();
      wrong(element!, name, value, '« true » ou « false »');
      return lower === 'true' || lower === 'yes' ? true : lower === 'false' || lower === 'no' ? false : otherwise;
    },
    number(element, name, [least, most], otherwise) {
      const value = written(element, name);
      if (value === null) return otherwise;
      const number = decimalOf(value);
      if (number !== null && number >= least && number <= most) return number;
      wrong(element!, name, value, boundsWords(least, most));
      return otherwise;
    },
    word(element, name, allowed, otherwise) {
      const value = written(element, name);
      if (value === null) return otherwise;
      const exact = allowed.find((word) => word === value);
      if (exact) return exact;
      const alike = allowed.find((word) => word.toLowerCase() === value.toLowerCase());
      wrong(element!, name, value, `l’un de : ${allowed.join(', ')}`);
      return alike ?? otherwise;
    },
  };
}

export function boundsWords(least: number, most: number): string {
  return most >= Number.MAX_SAFE_INTEGER ? `un nombre d’au moins ${least}` : `un nombre de ${least} à ${most}`;
}
