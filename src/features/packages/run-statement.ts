import type { Finding } from '#domain/packaging/finding.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import { launchedItems } from '#domain/packaging/manifest/walk-items.ts';
import { counted } from './words.ts';

export interface RunStatement {
  tone: 'success' | 'warning' | 'error';
  title: string;
  detail: string;
}

/** Whether a package will run, in a sentence. */
export function runStatement(manifest: PackageManifest, findings: readonly Finding[]): RunStatement {
  const activities = activityWords(manifest);
  if (activities === null)
    return {
      tone: 'error',
      title: 'Ce paquet ne s’exécutera pas',
      detail: 'Son plan n’ouvre aucune page : demandez à qui l’a fait de l’exporter de nouveau.',
    };
  const wrong = findings.filter(({ severity }) => severity === 'wrong').length;
  const detail = `Il contient ${activities}.`;
  if (wrong === 0) return { tone: 'success', title: 'Ce paquet s’exécutera', detail };
  return {
    tone: 'warning',
    title: 'Ce paquet s’exécutera peut-être mal',
    detail: `${detail} Il s’écarte de la norme sur ${counted(wrong, 'point')} : suivez-le en entier vous-même avant de l’ouvrir à d’autres.`,
  };
}

/** « 2 activités qui rendent compte de leur progression et 1 page à lire… »; null when nothing opens. */
function activityWords(manifest: PackageManifest): string | null {
  const kinds = launchedItems(manifest).map(({ resource }) => resource.kind);
  const scos = kinds.filter((kind) => kind === 'sco').length;
  const assets = kinds.length - scos;
  const parts = [
    scos === 0
      ? null
      : counted(scos, 'activité qui rend compte de sa progression', 'activités qui rendent compte de leur progression'),
    assets === 0
      ? null
      : counted(
          assets,
          'page à lire, comptée dès qu’elle est ouverte',
          'pages à lire, comptées dès qu’elles sont ouvertes',
        ),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' et ');
}
