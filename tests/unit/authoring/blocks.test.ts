import { expect, test } from 'vitest';
import { blocksOf, compileSample, FRONT_MATTER, IMAGE, question, soundModule } from './sample-module.ts';

test.each<[string, string, object]>([
  [
    'Encadre',
    '<Encadre titre="À retenir" ton="retenir">\n- Un.\n- Deux.\n</Encadre>',
    { kind: 'encadre', title: 'À retenir', tone: 'retenir', html: '<ul>\n<li>Un.</li>\n<li>Deux.</li>\n</ul>' },
  ],
  [
    'Encadre on one line',
    '<Encadre titre="x">Texte.</Encadre>',
    { kind: 'encadre', title: 'x', tone: 'info', html: '<p>Texte.</p>' },
  ],
  [
    'Avertissement',
    '<Avertissement titre="Avant">\nTexte.\n</Avertissement>',
    { kind: 'avertissement', title: 'Avant', html: '<p>Texte.</p>' },
  ],
  [
    'Definition',
    '<Definition terme="Emprise">\nTexte.\n</Definition>',
    { kind: 'definition', term: 'Emprise', html: '<p>Texte.</p>' },
  ],
  [
    'Reference',
    '<Reference texte="Code pénal" article="222-22" confiance="V" verifie="2026-11-23" statut="a-verifier">\nTexte.\n</Reference>',
    {
      kind: 'reference',
      text: 'Code pénal',
      article: '222-22',
      confidence: 'V',
      verifiedOn: '2026-11-23',
      toVerify: true,
      html: '<p>Texte.</p>',
    },
  ],
  [
    'Reference without article',
    '<Reference texte="Étude" confiance="C" verifie="2026-11-23">Texte.</Reference>',
    {
      kind: 'reference',
      text: 'Étude',
      article: null,
      confidence: 'C',
      verifiedOn: '2026-11-23',
      toVerify: false,
      html: '<p>Texte.</p>',
    },
  ],
  [
    'Chronologie',
    '<Chronologie titre="Les heures">\n<Etape date="Tout de suite" titre="Protéger">\nUn.\n</Etape>\n<Etape date="Après" titre="Orienter">Deux.</Etape>\n</Chronologie>',
    {
      kind: 'chronologie',
      title: 'Les heures',
      steps: [
        { date: 'Tout de suite', title: 'Protéger', html: '<p>Un.</p>' },
        { date: 'Après', title: 'Orienter', html: '<p>Deux.</p>' },
      ],
    },
  ],
  [
    'Mythe',
    '<Mythe enonce="On dit.">\n<Fait>\nOn sait.\n</Fait>\n</Mythe>',
    { kind: 'mythe', statement: 'On dit.', html: '<p>On sait.</p>' },
  ],
  [
    'Ressource',
    '<Ressource titre="Thémis" lien="/aide#themis">\nTexte.\n</Ressource>',
    { kind: 'ressource', title: 'Thémis', href: '/aide#themis', html: '<p>Texte.</p>' },
  ],
  [
    'Ressource without text',
    '<Ressource titre="Site" lien="https://exemple.fr/" />',
    { kind: 'ressource', title: 'Site', href: 'https://exemple.fr/', html: '' },
  ],
  [
    'Question',
    '<Question id="q">\n\nQue **faire** ?\n\n<Choix juste explication="Oui, c\'est utile.">Agir *vite*.</Choix>\n<Choix explication="Non.">\nAttendre.\n</Choix>\n</Question>',
    {
      kind: 'question',
      id: 'q',
      html: '<p>Que <strong>faire</strong>\u202F?</p>',
      isMultiple: false,
      choices: [
        { id: 'c1', html: 'Agir <em>vite</em>.', isRight: true, explanation: 'Oui, c’est utile.' },
        { id: 'c2', html: 'Attendre.', isRight: false, explanation: 'Non.' },
      ],
    },
  ],
  [
    'Situation',
    '<Situation id="s" titre="Retour" regard="confident" cadre="En école">\nIci.\n<Scene id="a">\nAlors.\n<Option vers="b" avis="discutable" consequence="Bon.">Aller.</Option>\n</Scene>\n<Scene id="b">Fin.</Scene>\n</Situation>',
    {
      kind: 'situation',
      id: 's',
      title: 'Retour',
      viewpoint: 'confident',
      setting: 'En école',
      html: '<p>Ici.</p>',
      scenes: [
        {
          id: 'a',
          html: '<p>Alors.</p>',
          options: [{ id: 'o1', html: 'Aller.', verdict: 'discutable', consequence: 'Bon.', next: 'b' }],
        },
        { id: 'b', html: '<p>Fin.</p>', options: [] },
      ],
    },
  ],
])('%s becomes a block', (_, body, block) => {
  expect(blocksOf(body)).toEqual([block]);
});

test('prose and components alternate in the order of the file', () => {
  const blocks = blocksOf('Avant.\n<Encadre titre="x">\nDedans.\n</Encadre>\nAprès.');
  expect(blocks.map(({ kind }) => kind)).toEqual(['prose', 'encadre', 'prose']);
});

test('two right choices make a question with several answers', () => {
  const body = question('id="q"').replace(
    '</Question>',
    '<Choix juste explication="Aussi.">Alerter.</Choix>\n</Question>',
  );
  expect(blocksOf(body)[0]).toMatchObject({ isMultiple: true });
});

test('character references in an attribute are read', () => {
  expect(blocksOf('<Encadre titre="A &amp; B &quot;c&quot;">x</Encadre>')[0]).toMatchObject({ title: 'A & B "c"' });
});

test('a value may run over two lines', () => {
  expect(blocksOf('<Encadre titre="A et\n  B">x</Encadre>')[0]).toMatchObject({ title: 'A et B' });
});

test('a module says what its settings say', () => {
  const settings = soundModule(compileSample({}, 'essai', IMAGE));
  expect(settings).toMatchObject({
    slug: 'essai',
    audiences: ['personnels'],
    reviewDays: 365,
    code: 'm7',
    title: 'Un module',
    minutes: 20,
    passMark: 80,
    drawSize: 1,
    prerequisites: [],
    givenInPerson: null,
    notice: { topics: ['violences sexuelles'], intensity: 2, media: 'Texte seul.', detail: null },
    workingNotice: null,
    media: [{ path: 'media/schema.svg', href: IMAGE['media/schema.svg'].href }],
  });
  expect(settings.pool.map(({ id, lesson }) => [id, lesson])).toEqual([
    ['e1', '01-un'],
    ['e2', '01-un'],
  ]);
});

test('headings have ids of their own, and the lesson lists them', () => {
  const lesson = soundModule(compileSample({ '01-un.mdx': `${FRONT_MATTER}## L'écoute\n\n### L'écoute\n\n## ?\n` }))
    .lessons[0];
  expect(lesson?.headings).toEqual([
    { id: 'lécoute', depth: 2, text: 'L’écoute' },
    { id: 'lécoute-1', depth: 3, text: 'L’écoute' },
    { id: 'titre', depth: 2, text: '?' },
  ]);
});
