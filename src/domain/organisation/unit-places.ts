/** A unit below another one (itself at depth 0), as the rows of the dated tree say it. */
export interface UnitPlace {
  ancestorId: string;
  descendantId: string;
  depth: number;
}

/** Every place of a tree given by its parents; a parent that is not in it counts as none. */
export function placesOf(parents: ReadonlyMap<string, string | null>): UnitPlace[] {
  return [...parents.keys()].flatMap((unitId) => {
    const places: UnitPlace[] = [];
    for (let at: string | null | undefined = unitId; at && parents.has(at); at = parents.get(at))
      places.push({ ancestorId: at, descendantId: unitId, depth: places.length });
    return places;
  });
}

/** The units that stand below themselves, so that the tree would have no top. */
export function unitsInCircles(parents: ReadonlyMap<string, string | null>): Set<string> {
  const settled = new Set<string>();
  const circles = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | null | undefined = start;
    while (at && !settled.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents.get(at);
    }
    if (at && onPath.has(at)) for (const unitId of path.slice(path.indexOf(at))) circles.add(unitId);
    for (const unitId of path) settled.add(unitId);
  }
  return circles;
}
