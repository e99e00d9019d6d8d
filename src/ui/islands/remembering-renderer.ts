import react from '@astrojs/react/server.js';

type Rendered = Awaited<ReturnType<typeof react.renderToStaticMarkup>>;

interface Remembered {
  isReact?: boolean;
  byProps: Map<string, Rendered>;
}

const MAX_REMEMBERED_PROPS = 500;
const remembered = new WeakMap<object, Remembered>();

/**
 * The React renderer, which does once what depends on nothing but a component and its props: most people are shown the
 * same exercises, not yet answered. Islands therefore take their ids from their props, never from `useId`.
 */
const rememberingRenderer: typeof react = {
  ...react,

  // React's own check renders the component to see what it returns.
  async check(Component, props, children, metadata) {
    const known = rememberedOf(Component);
    if (!known) return react.check.call(undefined, Component, props, children, metadata);
    return (known.isReact ??= await react.check.call(undefined, Component, props, children, metadata));
  },

  async renderToStaticMarkup(Component, props, slots, metadata) {
    const known = rememberedOf(Component);
    const render = () => react.renderToStaticMarkup.call(undefined, Component, props, slots, metadata);
    if (!known || Object.keys(slots).length > 0) return render();
    const key = JSON.stringify(props);
    const found = known.byProps.get(key);
    if (found) return found;
    const rendered = await render();
    if (known.byProps.size >= MAX_REMEMBERED_PROPS) known.byProps.clear();
    known.byProps.set(key, rendered);
    return rendered;
  },
};

export default rememberingRenderer;

function rememberedOf(Component: unknown): Remembered | null {
  if (typeof Component !== 'function') return null;
  const known = remembered.get(Component) ?? { byProps: new Map() };
  remembered.set(Component, known);
  return known;
}
