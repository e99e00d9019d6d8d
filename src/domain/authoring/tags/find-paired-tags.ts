import type { Tag } from './tag.ts';

/** The opening tags that a later tag closes. A closing tag closes the last of its name, and gives up on those inside it. */
export function findPairedTags(tags: readonly Tag[]): ReadonlySet<Tag> {
  const paired = new Set<Tag>();
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.kind === 'open') open.push(tag);
    if (tag.kind !== 'close') continue;
    const depth = open.findLastIndex((candidate) => candidate.name === tag.name);
    const [closed] = depth < 0 ? [] : open.splice(depth);
    if (closed) paired.add(closed);
  }
  return paired;
}
