import { frenchDate } from '#domain/time/french-dates.ts';
import type { KeptCounts, WithdrawnCompletion } from './queries.ts';

/** One kind of data about a person: what it is, how much of it there is, who sees it. */
export interface KeptData {
  title: string;
  what: string;
  /** Only what there is; empty when there is nothing. */
  counts: string[];
  /** What must be read in full, a sentence each. */
  details?: string[];
  seenBy: string;
}

const CHAIN = 'Vous, les responsables de vos unités, l’administrateur.';

/** What is kept about a person, in plain words: obligation facts on one side, traces on the other (DESIGN §8). */
export function keptData(counts: KeptCounts, withdrawn: readonly WithdrawnCompletion[]): KeptData[] {
  return [
    {
      title: 'Identité',
      what: 'Nom, prénom, matricule, statut, unités successives.',
      counts: present(counted(counts.memberships, 'affectation')),
      seenBy: 'Vous et l’administrateur. Les responsables de vos unités voient votre nom, votre statut et votre unité.',
    },
    {
      title: 'Obligation de formation',
      what: 'Désignation, dispense, équivalence, absence : depuis quand, jusqu’à quand et par qui ; les propositions qui attendent une seconde personne. La raison d’une dispense ou d’une absence et la preuve d’une équivalence ne sont vues que de leur auteur et de l’administrateur.',
      counts: present(
        counted(counts.designations, 'désignation'),
        counted(counts.exemptions, 'dispense'),
        counted(counts.credits, 'équivalence'),
        counted(counts.absences, 'absence'),
        counted(counts.proposals, 'proposition'),
      ),
      seenBy: CHAIN,
    },
    {
      title: 'Modules commencés et achevés',
      what: 'Le module, sa version, le jour où il a été achevé et celui depuis lequel il compte ; jamais la manière dont il a été achevé. D’un achèvement donné par erreur, le jour de son retrait, qui l’a retiré et pourquoi.',
      counts: present(
        counted(counts.begun, 'module commencé', 'modules commencés'),
        counted(counts.completions - withdrawn.length, 'achèvement'),
        counted(withdrawn.length, 'achèvement retiré', 'achèvements retirés'),
      ),
      details: withdrawn.map(withdrawalSentence),
      seenBy: `${CHAIN} La raison d’un retrait : vous, les formateurs, l’administrateur.`,
    },
    ...ownData(counts),
  ];
}

function withdrawalSentence({ moduleTitle, doneOn, on, reason }: WithdrawnCompletion): string {
  return `« ${moduleTitle} », achèvement du ${frenchDate(doneOn)}, retiré le ${frenchDate(on)}. Raison : ${reason}`;
}

/** What is the person's own: traces, sessions, and what they did. */
function ownData(counts: KeptCounts): KeptData[] {
  return [
    {
      title: 'Traces de votre travail',
      what: 'Leçons lues et place dans le module, manière de lire choisie, réponses aux exercices, tentatives d’évaluation et leurs réponses ; dans un paquet livré par un autre organisme, ce qu’il garde de votre passage : place, état, score, temps, réponses. Le paquet ne connaît ni votre nom ni votre matricule.',
      counts: present(
        counted(counts.lessonsRead, 'leçon lue', 'leçons lues'),
        counted(counts.exerciseAnswers, 'réponse'),
        counted(counts.lessonReadings + counts.modulePaths, 'choix de lecture', 'choix de lecture'),
        counted(counts.attempts, 'tentative'),
        counted(counts.packageAttempts, 'paquet ouvert', 'paquets ouverts'),
        counted(counts.packageObjectives, 'objectif signalé par un paquet', 'objectifs signalés par des paquets'),
      ),
      seenBy:
        'Vous uniquement ; si vous demandez un entretien, les formateurs voient cette demande. Les formateurs n’en voient que des totaux, et seulement sur un groupe assez grand.',
    },
    {
      title: 'Séances en présence',
      what: 'Inscription à une séance, présence notée. La présence donne l’achèvement ordinaire du module, au jour de la séance ; clôturée plus tard, elle ne compte que depuis ce jour-là, et les deux dates sont écrites.',
      counts: present(counted(counts.enrolments, 'inscription'), counted(counts.attendances, 'présence')),
      seenBy:
        'Vous, les formateurs et l’administrateur, qui tiennent les séances. Les responsables de vos unités n’en voient rien.',
    },
    {
      title: 'Rappels',
      what: 'Les messages qui vous ont été adressés pour un parcours, l’adresse où ils sont partis et leur date.',
      counts: present(counted(counts.reminders, 'rappel')),
      seenBy: CHAIN,
    },
    {
      title: 'Compte et sessions',
      what: 'Identifiant, empreinte du mot de passe (jamais le mot de passe), dernière connexion, navigateur de chaque session, choix de lecture, vues du suivi gardées, fichiers préparés.',
      counts: present(
        counted(counts.sessions, 'session'),
        counted(counts.savedViews, 'vue'),
        counted(counts.exportJobs, 'fichier préparé', 'fichiers préparés'),
      ),
      seenBy: 'Vous. L’administrateur voit l’identifiant et la dernière connexion.',
    },
    {
      title: 'Journal',
      what: 'Les décisions que vous avez prises ici : mot de passe changé, rôle donné, publication… Elles ne s’effacent pas.',
      counts: present(counted(counts.deeds, 'ligne')),
      seenBy: 'L’administrateur.',
    },
  ];
}

function present(...counts: (string | null)[]): string[] {
  return counts.filter((count) => count !== null);
}

function counted(count: number, one: string, several = `${one}s`): string | null {
  return count === 0 ? null : `${count}\u00a0${count > 1 ? several : one}`;
}
