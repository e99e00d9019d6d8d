export type FaultKind =
  | 'not-an-archive'
  | 'truncated'
  | 'damaged'
  | 'several-disks'
  | 'too-heavy'
  | 'too-many-entries'
  | 'encrypted'
  | 'special-file'
  | 'unknown-compression'
  | 'overlapping'
  | 'lying-size'
  | 'wrong-checksum'
  | 'too-large'
  | 'bomb';

/** Why an archive cannot be read, or must not be. */
export class ArchiveFault extends Error {
  readonly kind: FaultKind;
  /** The name of the entry at fault; null when it is the archive itself. */
  readonly entry: string | null;

  constructor(kind: FaultKind, entry: string | null = null) {
    super(entry === null ? kind : `${kind}: ${entry}`);
    this.kind = kind;
    this.entry = entry;
  }
}
