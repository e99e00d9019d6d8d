export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export const SPACINGS = ['normal', 'wide'] as const;

/** How a person reads best; kept with them, whatever the device. */
export interface ReadingComfort {
  textSize: (typeof TEXT_SIZES)[number];
  spacing: (typeof SPACINGS)[number];
  /** Whether a letter alone is a keyboard shortcut in a module (WCAG 2.1.4: one can turn them off). */
  hasShortcuts: boolean;
}

export const ORDINARY_READING: ReadingComfort = { textSize: 'normal', spacing: 'normal', hasShortcuts: true };
