/** The colours and letters of apps/web/src/styles/tokens.css, handed to Scalar under the names that it knows. */
export const theme = `@font-face {
  font-family: 'Inter Variable';
  font-weight: 100 900;
  font-display: swap;
  src: url('/docs/inter.woff2') format('woff2');
}
:root {
  --page: light-dark(#f5f4f0, #0a0c18);
  --panel: light-dark(#ffffff, #0f1222);
  --hover: light-dark(#efede7, #14182b);
  --track: light-dark(#eceae4, #1b2036);
  --line: light-dark(#e4e2db, #1f2439);
  --ink: light-dark(#10132a, #f4f5fb);
  --ink-2: light-dark(#464b62, #b1b8d0);
  --on-ink: light-dark(#ffffff, #0f1222);
  --s3: light-dark(#07795f, #6cffd1);
  --ok: light-dark(#0a5fac, #56b4e9);
  --warn: light-dark(#865500, #edb84c);
  --bad: light-dark(#b5303f, #f5824a);
  --font:
    'Inter Variable', 'Inter Fallback', 'Inter Fallback Wide', system-ui, -apple-system, 'Segoe UI',
    Roboto, 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
.light-mode,
.dark-mode {
  --scalar-font: var(--font);
  --scalar-font-code: var(--mono);
  --scalar-background-1: var(--panel);
  --scalar-background-2: var(--page);
  --scalar-background-3: var(--track);
  --scalar-background-4: var(--hover);
  --scalar-background-accent: var(--track);
  --scalar-border-color: var(--line);
  --scalar-color-1: var(--ink);
  --scalar-color-2: var(--ink-2);
  --scalar-color-3: var(--ink-2);
  --scalar-color-ghost: var(--ink-2);
  --scalar-color-disabled: var(--ink-2);
  --scalar-color-accent: var(--ok);
  --scalar-color-blue: var(--ok);
  --scalar-color-purple: var(--ok);
  --scalar-color-green: var(--s3);
  --scalar-color-orange: var(--warn);
  --scalar-color-yellow: var(--warn);
  --scalar-color-red: var(--bad);
  --scalar-button-1: var(--ink);
  --scalar-button-1-hover: var(--ink-2);
  --scalar-button-1-color: var(--on-ink);
}
/* On a phone, its head would keep a long title whole and be wider than the screen. */
.t-doc__header span {
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
}
`
