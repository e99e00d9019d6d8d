import type { ObjectiveMap, SequencingObjective } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import { boundsWords, decimalOf, type Values } from './read-values.ts';
import { quoted, type Report } from './report.ts';
import { childOf, childrenOf, collapsed, identifierOf } from './xml-access.ts';

/** The objectives of an activity; `extension` is `adlseq:objectives` of the 4th edition, which shares more of each. */
export function readObjectives(
  element: XmlElement | null,
  extension: XmlElement | null,
  report: Report,
  values: Values,
): SequencingObjective[] {
  const read = new Map<string | null, SequencingObjective>();
  const [primary, ...secondary] = element
    ? [...childrenOf(element, 'primaryObjective'), ...childrenOf(element, 'objective')]
    : [];
  for (const objective of primary ? [primary, ...secondary] : []) {
    const isPrimary = objective === primary && objective.name.toLowerCase() === 'primaryobjective';
    const id = identifierOf(objective, 'objectiveID');
    const problem = problemOf(id, isPrimary, read);
    if (problem) report.add('wrong', 'SCORM 2004 CAM § 5.1', objective, problem, 'objective');
    else read.set(id, readObjective(objective, id, isPrimary, report, values));
  }
  if (extension) extend(read, extension, report, values);
  return [...read.values()];
}

function problemOf(id: string | null, isPrimary: boolean, read: ReadonlyMap<string | null, unknown>): string | null {
  if (id === null && !isPrimary)
    return 'Cet objectif n’a pas d’identifiant (« objectiveID ») : il est laissé de côté. Faites-en ajouter un.';
  if (!read.has(id)) return null;
  return `Deux objectifs de la même activité ont l’identifiant ${quoted(id ?? '')} : seul le premier compte. Faites-les distinguer.`;
}

function readObjective(
  element: XmlElement,
  id: string | null,
  isPrimary: boolean,
  report: Report,
  values: Values,
): SequencingObjective {
  return {
    id,
    isPrimary,
    satisfiedByMeasure: values.boolean(element, 'satisfiedByMeasure', false),
    minNormalizedMeasure: minimumMeasure(childOf(element, 'minNormalizedMeasure'), report),
    maps: childrenOf(element, 'mapInfo').flatMap((info) => {
      const target = targetOf(info, report);
      if (target === null) return [];
      return [
        {
          ...NOTHING_SHARED,
          target,
          readSatisfied: values.boolean(info, 'readSatisfiedStatus', true),
          readMeasure: values.boolean(info, 'readNormalizedMeasure', true),
          writeSatisfied: values.boolean(info, 'writeSatisfiedStatus', false),
          writeMeasure: values.boolean(info, 'writeNormalizedMeasure', false),
        },
      ];
    }),
  };
}

function minimumMeasure(element: XmlElement | null, report: Report): number {
  const text = collapsed(element?.text ?? '');
  if (!element || text === '') return 1;
  const measure = decimalOf(text);
  if (measure !== null && measure >= -1 && measure <= 1) return measure;
  const message = `Le score à atteindre vaut ${quoted(text)}, alors qu’il attend ${boundsWords(-1, 1)} : il vaut 1, faites-le corriger.`;
  report.add('wrong', 'SCORM 2004 CAM § 5.1', element, message, 'minNormalizedMeasure');
  return 1;
}

function targetOf(info: XmlElement, report: Report): string | null {
  const target = identifierOf(info, 'targetObjectiveID');
  if (target !== null) return target;
  const message =
    'Ce lien ne dit pas avec quel objectif global il partage (« targetObjectiveID ») : il est laissé de côté, faites-le compléter.';
  report.add('wrong', 'SCORM 2004 CAM § 5.1', info, message);
  return null;
}

const NOTHING_SHARED: Omit<ObjectiveMap, 'target'> = {
  readSatisfied: false,
  readMeasure: false,
  writeSatisfied: false,
  writeMeasure: false,
  readRawScore: false,
  readMinScore: false,
  readMaxScore: false,
  readCompletion: false,
  readProgress: false,
  writeRawScore: false,
  writeMinScore: false,
  writeMaxScore: false,
  writeCompletion: false,
  writeProgress: false,
};

/** The maps of the 4th edition join those of the same objective and target. */
function extend(
  read: ReadonlyMap<string | null, SequencingObjective>,
  extension: XmlElement,
  report: Report,
  values: Values,
): void {
  const maps = new Map(
    [...read].map(([id, objective]) => [id, new Map(objective.maps.map((map) => [map.target, map]))]),
  );
  for (const element of childrenOf(extension, 'objective')) {
    const id = identifierOf(element, 'objectiveID');
    const known = maps.get(id);
    if (!known) {
      const message = `« adlseq:objectives » parle de l’objectif ${quoted(id ?? '')}, que « imsss:objectives » n’a pas : il est laissé de côté, faites corriger le nom.`;
      report.add('wrong', 'SCORM 2004 CAM § 5.1', element, message, 'dangling objective extension');
      continue;
    }
    for (const info of childrenOf(element, 'mapInfo')) {
      const target = targetOf(info, report);
      if (target !== null)
        known.set(target, { ...NOTHING_SHARED, ...known.get(target), target, ...extendedMap(info, values) });
    }
  }
  for (const [id, objective] of read) objective.maps = [...maps.get(id)!.values()];
}

function extendedMap(info: XmlElement, values: Values): Partial<ObjectiveMap> {
  return {
    readRawScore: values.boolean(info, 'readRawScore', true),
    readMinScore: values.boolean(info, 'readMinScore', true),
    readMaxScore: values.boolean(info, 'readMaxScore', true),
    readCompletion: values.boolean(info, 'readCompletionStatus', true),
    readProgress: values.boolean(info, 'readProgressMeasure', true),
    writeRawScore: values.boolean(info, 'writeRawScore', false),
    writeMinScore: values.boolean(info, 'writeMinScore', false),
    writeMaxScore: values.boolean(info, 'writeMaxScore', false),
    writeCompletion: values.boolean(info, 'writeCompletionStatus', false),
    writeProgress: values.boolean(info, 'writeProgressMeasure', false),
  };
}
