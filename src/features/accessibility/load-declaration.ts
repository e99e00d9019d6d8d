import { join, resolve } from 'node:path';
import type { Config } from '#platform/config.ts';
import { yamlFileReader } from '#platform/content/yaml-file-reader.ts';
import { runtime } from '#platform/runtime.ts';
import { AuditFile, type Audit } from './audit.ts';
import { conformityOf, countStates, type Conformity } from './conformity.ts';
import { InstallationFile, type AccessibilityContact } from './installation-file.ts';

export interface DeclarationFiles {
  /** `content/accessibilite.yaml`. */
  audit: string;
  /** `$REPERES_DATA/accessibilite.yaml`, which need not exist. */
  installation: string;
}

export interface Declaration {
  /** Null when the file cannot be used: then nothing may be said to conform. */
  audit: Audit | null;
  establishment: string | null;
  contact: AccessibilityContact | null;
}

const readAudit = yamlFileReader(AuditFile);
const readInstallation = yamlFileReader(InstallationFile);

/** The declaration as the files say it now. */
export function loadDeclaration(files: DeclarationFiles = declarationFiles()): Declaration {
  const own = readInstallation(files.installation)?.value;
  return {
    audit: readAudit(files.audit)?.value ?? null,
    establishment: own?.etablissement ?? null,
    contact: own?.contact ?? null,
  };
}

/** The state that every page announces; without a usable audit the law knows only « non conforme ». */
export function declaredConformity(files: DeclarationFiles = declarationFiles()): Conformity {
  const audit = readAudit(files.audit)?.value;
  return audit ? conformityOf(countStates(audit.criteres)) : 'non conforme';
}

/** One French sentence when a file cannot be used; to be said at start. */
export function declarationProblem(files: DeclarationFiles = declarationFiles()): string | null {
  const audit = readAudit(files.audit);
  if (!audit?.value)
    return `Le fichier ${files.audit} ne peut pas servir, l’accessibilité est déclarée non conforme : ${audit?.problem ?? 'il manque.'}`;
  const own = readInstallation(files.installation);
  return own?.problem ? `Le fichier ${files.installation} n’est pas utilisé : ${own.problem}` : null;
}

/** The files of an installation. */
export function declarationFiles({ dataFolder }: Pick<Config, 'dataFolder'> = runtime().config): DeclarationFiles {
  return { audit: resolve('content/accessibilite.yaml'), installation: join(dataFolder, 'accessibilite.yaml') };
}
