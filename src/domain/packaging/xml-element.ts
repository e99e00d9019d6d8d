/** An XML element without what a manifest never needs: comments, processing instructions, entities of its own. */
export interface XmlElement {
  /** Without prefix. */
  name: string;
  /** Address of its namespace; `''` without. */
  namespace: string;
  attributes: XmlAttribute[];
  children: XmlElement[];
  /** Its own text, its children's left out. */
  text: string;
  /** From 1. */
  line: number;
}

export interface XmlAttribute {
  name: string;
  namespace: string;
  value: string;
}
