import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { Help } from '#features/help/help.ts';
import { citedSource } from '#features/learning/blocks/cited-source.ts';
import { bookletLesson, type BookletLesson } from '#features/learning/load-booklet-page.ts';
import { objectiveSentence } from '#features/learning/objective-sentence.ts';
import type { PublishedVersion } from '#features/publishing/versions.ts';
import { textFlow, type Flow } from '#platform/pdf/flow.ts';
import { finishPdf, taggedPdf } from '#platform/pdf/tagged-pdf.ts';
import { writeFlows } from '#platform/pdf/write-flow.ts';
import { contactFacts } from './contact-facts.ts';
import { htmlFlow } from './html-flow.ts';
import { INTENSITIES } from './intensities.ts';

/** A module as a booklet: tagged, with an outline, its exercises without their answers, its glossary and the help there is. */
export async function modulePdf({ module, edition, revision }: PublishedVersion, help: Help): Promise<Buffer> {
  const document = taggedPdf({ title: module.title, author: 'Repères' });
  const root = document.struct('Document');
  document.addStructure(root);
  const lessons = module.lessons.map(bookletLesson);
  const chapters: [title: string, flows: Flow[]][] = [
    [module.title, cover(module, `${edition}.${revision}`)],
    ...lessons.map((lesson): [string, Flow[]] => [`${lesson.number}. ${lesson.title}`, lessonFlows(lesson)]),
    ['Glossaire', glossaryFlows(lessons)],
    ['Aide et contacts', helpFlows(help)],
  ];
  for (const [title, flows] of chapters) {
    document.addPage();
    document.outline.addItem(title);
    const section = document.struct('Sect');
    root.add(section);
    writeFlows(document, section, flows);
    section.end();
  }
  root.end();
  const pieces: Uint8Array[] = [];
  await finishPdf(document, async (piece) => {
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}

function cover(module: CompiledModule, version: string): Flow[] {
  const { title, summary, minutes, workingNotice, notice, objectives, lessons } = module;
  return [
    { kind: 'heading', level: 1, text: title },
    textFlow(summary, 'lead'),
    textFlow(`Version ${version} · ${minutes} min · exercices sans réponses`, 'note'),
    ...(workingNotice ? [textFlow(workingNotice, 'note')] : []),
    {
      kind: 'box',
      flows: [
        { kind: 'heading', level: 2, text: 'Avant de commencer' },
        textFlow(`Sujets abordés : ${notice.topics.join(', ')}.`),
        textFlow(`Intensité : ${INTENSITIES[notice.intensity]}`),
        ...(notice.detail ? [textFlow(notice.detail)] : []),
        textFlow('L’aide et les contacts sont à la fin de ce livret.'),
      ],
    },
    { kind: 'heading', level: 2, text: 'Ce que vous saurez faire' },
    { kind: 'list', isOrdered: false, items: objectives.map((objective) => [textFlow(objective)]) },
    { kind: 'heading', level: 2, text: 'Leçons' },
    { kind: 'list', isOrdered: true, items: lessons.map((lesson) => [textFlow(lesson.title)]) },
  ];
}

function lessonFlows({ number, title, objective, html, sources }: BookletLesson): Flow[] {
  const listed = sources.map(({ statement, source, article, verifiedOn, toVerify }) => {
    const verified = `${toVerify ? 'à vérifier, dernière lecture' : 'vérifié'} le ${verifiedOn.split('-').reverse().join('/')}`;
    return [textFlow(`${statement} ${citedSource(source, article)}, ${verified}.`, 'note')];
  });
  return [
    { kind: 'heading', level: 2, text: `${number}. ${title}` },
    textFlow(objectiveSentence(objective), 'lead'),
    ...htmlFlow(html),
    ...(listed.length > 0
      ? ([
          { kind: 'heading', level: 4, text: 'Sources de cette leçon' },
          { kind: 'list', isOrdered: false, items: listed },
        ] satisfies Flow[])
      : []),
  ];
}

function glossaryFlows(lessons: readonly BookletLesson[]): Flow[] {
  const entries = new Map(lessons.flatMap(({ glossary }) => glossary).map((entry) => [entry.id, entry]));
  const sorted = [...entries.values()].sort((one, other) => one.term.localeCompare(other.term, 'fr'));
  return [
    { kind: 'heading', level: 2, text: 'Glossaire' },
    ...sorted.map(({ term, definition }): Flow => ({
      kind: 'text',
      tone: 'plain',
      runs: [
        { text: `${term} : `, isStrong: true },
        { text: definition, isStrong: false },
      ],
    })),
  ];
}

function helpFlows({ contacts }: Help): Flow[] {
  return [
    { kind: 'heading', level: 2, text: 'Aide et contacts' },
    ...contacts.flatMap((contact): Flow[] => {
      const { nom, numero, lien, aCompleter } = contact;
      const reached = [numero, lien, aCompleter].filter((one) => one !== undefined).join(' · ');
      return [
        {
          kind: 'text',
          tone: 'plain',
          runs: [
            { text: reached === '' ? nom : `${nom} : `, isStrong: true },
            ...(reached === '' ? [] : [{ text: reached, isStrong: false }]),
          ],
        },
        textFlow(contactFacts(contact), 'note'),
      ];
    }),
  ];
}
