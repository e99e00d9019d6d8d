import { bookletLesson } from '#features/learning/load-booklet-page.ts';
import { objectiveSentence } from '#features/learning/objective-sentence.ts';
import type { PublishedVersion } from '#features/publishing/versions.ts';
import { finishPdf, PDF_SOFT, taggedPdf, writeParagraph } from '#platform/pdf/tagged-pdf.ts';
import { htmlParagraphs } from './html-paragraphs.ts';

/** A module as a tagged document: its text, exercises without their answers. */
export async function modulePdf({ module, edition, revision }: PublishedVersion): Promise<Buffer> {
  const document = taggedPdf({ title: module.title, author: 'Repères' });
  document.addPage();
  const root = document.struct('Document');
  document.addStructure(root);
  writeParagraph(document, root, 'H1', module.title, { font: 'strong', size: 22 });
  writeParagraph(document, root, 'P', module.summary, { size: 12 });
  writeParagraph(document, root, 'P', `Version ${edition}.${revision}, ${module.minutes} min.`, { color: PDF_SOFT });
  if (module.workingNotice) writeParagraph(document, root, 'P', module.workingNotice, { color: PDF_SOFT });
  writeParagraph(document, root, 'P', `Sujets abordés : ${module.notice.topics.join(', ')}.`);
  for (const lesson of module.lessons.map(bookletLesson)) {
    document.addPage();
    writeParagraph(document, root, 'H2', `${lesson.number}. ${lesson.title}`, { font: 'strong', size: 16 });
    writeParagraph(document, root, 'P', objectiveSentence(lesson.objective), { color: PDF_SOFT });
    for (const { kind, text } of htmlParagraphs(lesson.html))
      writeParagraph(
        document,
        root,
        kind,
        text,
        kind === 'P' ? {} : { font: 'strong', size: kind === 'H3' ? 13 : 11.5 },
      );
    for (const { statement, source, article, verifiedOn } of lesson.sources)
      writeParagraph(
        document,
        root,
        'P',
        `Source : ${statement} (${[source, article].filter(Boolean).join(', ')}, vérifié le ${verifiedOn.split('-').reverse().join('/')}).`,
        { size: 8.5, color: PDF_SOFT },
      );
  }
  root.end();
  const pieces: Uint8Array[] = [];
  await finishPdf(document, async (piece) => {
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}
