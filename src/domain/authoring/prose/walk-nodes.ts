/**
 * Nodes of a Markdown or HTML tree in the order of the text, each with its depth. Without recursion: the depth is the
 * author's to choose.
 */
export function* walkNodes<Node extends object>(root: Node): Generator<{ node: Node; depth: number }> {
  const waiting = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (const child of childrenOf(next.node).toReversed()) waiting.push({ node: child, depth: next.depth + 1 });
  }
}

function childrenOf<Node extends object>(node: Node): Node[] {
  return 'children' in node ? (node.children as Node[]) : [];
}
