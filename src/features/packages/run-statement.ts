import type { Finding } from '#domain/packaging/finding.ts';
import type { Item, PackageManifest } from '#domain/packaging/manifest.ts';
import { counted } from './words.ts';

export interface RunStatement {
  tone: 'success' | 'warning';
  title: string;
  detail: string;
}

/** Whether a package will run, in a sentence. */
export function runStatement(manifest: PackageManifest, findings: readonly Finding[]): RunStatement {
  const { scos, assets } = countActivities(manifest);
  const activities = [
    scos > 0
      ? counted(scos, 'activité qui rend compte de sa progression', 'activités qui rendent compte de leur progression')
      : null,
    assets > 0
      ? counted(
          assets,
          'page à lire, comptée dès qu’elle est ouverte',
          'pages à lire, comptées dès qu’elles sont ouvertes',
        )
      : null,
  ].filter((part) => part !== null);
  const wrong = findings.filter(({ severity }) => severity === 'wrong').length;
  const detail = `Il contient ${activities.join(' et ')}.`;
  if (wrong === 0) return { tone: 'success', title: 'Ce paquet s’exécutera', detail };
  return {
    tone: 'warning',
    title: 'Ce paquet s’exécutera peut-être mal',
    detail: `${detail} Il s’écarte de la norme sur ${counted(wrong, 'point')} : suivez-le en entier vous-même avant de l’ouvrir à d’autres.`,
  };
}

/** How many items of the organisation that is played run, by kind. */
export function countActivities(manifest: PackageManifest): { scos: number; assets: number } {
  const kinds = new Map(manifest.resources.map(({ identifier, kind }) => [identifier, kind]));
  const played = manifest.organizations.find(({ identifier }) => identifier === manifest.defaultOrganization);
  const count = { scos: 0, assets: 0 };
  const visit = (items: readonly Item[]) => {
    for (const { resource, children } of items) {
      const kind = resource === null ? undefined : kinds.get(resource);
      if (kind === 'sco') count.scos += 1;
      if (kind === 'asset') count.assets += 1;
      visit(children);
    }
  };
  visit(played?.items ?? []);
  return count;
}
