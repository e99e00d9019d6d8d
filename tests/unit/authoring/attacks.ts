/** Snippets of HTML, JSX, Markdown and Unicode that have made other compilers throw or emit what they should not. */
// prettier-ignore
export const ATTACKS = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<iframe src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>', '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](&#106;avascript:alert(1))',
  '[x](java\tscript:alert(1))', '[x](data:text/html;base64,PHNjcmlwdD4=)', '[x](vbscript:x)', '[x](<javascript:alert(1)>)',
  '![x](javascript:alert(1))', '![x" onerror="alert(1)](media/schema.svg)', '![<b>](media/schema.svg)', '[x](https://a.fr/"onclick="x)',
  '[a]: javascript:x', '[a][a]', '<https://a.fr>', '<javascript:alert(1)>', '<abbr title="x" onclick="y">z</abbr>',
  '<abbr title="x\\" onclick=\\"y">z</abbr>', '<abbr title="&quot; onclick=&quot;x">z</abbr>', '<sup style="color:red">', '<sup>', '</sup>', '<br/>',
  '<sub>', '</sub>', '<Encadre titre="<script>alert(1)</script>">', '</Encadre>', '<Encadre titre="x">', '<Encadre titre={alert(1)}>',
  '<Ressource titre="x" lien="javascript:alert(1)">', '</Ressource>', '<Question id="q">', '</Question>', '<Choix juste explication="x">',
  '<Choix explication="y">', '</Choix>', '<Situation id="s" titre="t" regard="temoin" cadre="<b>">', '<Scene id="a">', '<Option avis="juste" consequence="c" vers="a">',
  '<Figure src="media/dessin.svg" titre="x">', '<Figure src="javascript:alert(1)" titre="<b>">', '<Figure src="https://evil.fr/x.svg" titre="x">',
  '</Figure>', '<Classer id="c" titre="x" groupes="a | <b>">', '<Element dans="a" explication="x">', '<Element explication="<img src=x onerror=y>">',
  '</Element>', '</Classer>', '<Ordonner id="o" titre="x">', '</Ordonner>', '<Reflexion id="r" titre="x">', '</Reflexion>',
  '<Detail titre="x" substance="<script>">', '</Detail>', '<Eleves>', '</Eleves>', '<Scene id="b">', '</Option>', '</Scene>', '</Situation>', '<Mythe enonce="x">', '<Fait>', '{alert(1)}', '{/* x */}', '<!-- x -->', '<![CDATA[x]]>', '<?php',
  'import x from "y"', 'export const x = 1', '```', '~~~', '`', '``', '## ', '#### ', '- ', '> ', '1. ', '| a | b |\n|---|:-:|\n| ', ' | ',
  '**', '*', '_', '~~', '[', '](', ')', '![', '\\', '&lt;', '&#60;script>', '\u0000', '\uE000', '\u{F0000}', '\u{F0001}\uE000', '\uFEFF',
  '\uFFFD', '\uD800', '\u202E', '\n', '\n\n', '---\n', '    ', '\t', '"', "'", '=', '/>', '>', '<', '</', '{', '}', ' ', 'mot', 'Été', '«', '»',
  '222-33', 'article L. 4122-4', 'article 40', '<span class="no-break" onclick="x">', '[x](#mot)', '[x](/aide#samu-15)', '[x](01-un.mdx)', '[x](//evil.fr)', '[x](/\\evil.fr)', '[x](https:\\\\evil.fr)', '[x](http://[)',
];
