import type { Nodes, Root } from 'mdast';
import { walkNodes } from '../prose/walk-nodes.ts';
import type { Child } from '../tags/build-tree.ts';
import type { Passage } from './passage.ts';

/** The attributes that a reader sees; true for those that are sentences. */
const SHOWN_ATTRIBUTES: Record<string, boolean> = {
  titre: false,
  terme: false,
  texte: false,
  cadre: false,
  groupes: false,
  date: false,
  enonce: true,
  substance: true,
  explication: true,
  consequence: true,
};

/** The passages of a Markdown tree that begins at offset `start` of its file. */
export function passagesOfProse(root: Root, start: number): Passage[] {
  const passages: Passage[] = [];
  for (const { node } of walkNodes<Nodes>(root)) {
    if (node.type === 'paragraph') passages.push(joinTexts(node, start, true));
    else if (node.type === 'heading' || node.type === 'tableCell') passages.push(joinTexts(node, start, false));
  }
  return passages;
}

/** The passages that stand in the attributes of components and of their parts. */
export function passagesOfAttributes(children: readonly Child[]): Passage[] {
  return children.flatMap((child) => {
    if (child.type === 'prose') return [];
    const shown = child.tag.attributes.flatMap(({ name, value, start }) => {
      const isProse = Object.hasOwn(SHOWN_ATTRIBUTES, name) ? SHOWN_ATTRIBUTES[name] : undefined;
      if (isProse === undefined || typeof value !== 'string') return [];
      return [{ text: value, isProse, offsetAt: (index: number) => start + `${name}="`.length + index }];
    });
    return [...shown, ...passagesOfAttributes(child.children)];
  });
}

/** A passage that was typed in another form than it is read, as YAML may be: all of it is said to stand at `offset`. */
export function passageAt(text: string, offset: number): Passage {
  return { text, isProse: true, offsetAt: () => offset };
}

function joinTexts(block: Nodes, start: number, isProse: boolean): Passage {
  let text = '';
  const places: { at: number; offset: number }[] = [];
  for (const { node } of walkNodes<Nodes>(block)) {
    if (node.type === 'break') text += '\n';
    if (node.type !== 'text' && node.type !== 'inlineCode') continue;
    places.push({ at: text.length, offset: start + (node.position?.start.offset ?? 0) });
    text += node.value;
  }
  return {
    text,
    isProse,
    offsetAt(index) {
      const place = places.findLast(({ at }) => at <= index);
      return place ? place.offset + index - place.at : start + (block.position?.start.offset ?? 0);
    },
  };
}
