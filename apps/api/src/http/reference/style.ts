/** How the page at /docs looks. The colours are those of apps/web/src/styles/tokens.css. */
export const style = `:root {
  color-scheme: light dark;
  --page: light-dark(#f5f4f0, #0a0c18);
  --panel: light-dark(#ffffff, #0f1222);
  --track: light-dark(#eceae4, #1b2036);
  --line: light-dark(#e4e2db, #1f2439);
  --ink: light-dark(#10132a, #f4f5fb);
  --ink-2: light-dark(#464b62, #b1b8d0);
  --focus: light-dark(#0b66b8, #8fc7f5);
  --font:
    'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
*,
::before,
::after {
  box-sizing: border-box;
}
html {
  background: var(--page);
  scroll-padding-top: 16px;
}
body {
  margin: 0 auto;
  padding: 24px clamp(16px, 2.3vw, 32px) 64px;
  max-width: 1200px;
  font: 400 14px / 1.5 var(--font);
  color: var(--ink);
  overflow-wrap: anywhere;
}
a {
  color: inherit;
  text-underline-offset: 0.2em;
}
h1 {
  margin: 0 0 16px;
  font-size: 30px;
  line-height: 1.15;
}
h2 {
  margin: 40px 0 4px;
  font-size: 22px;
}
h2::first-letter {
  text-transform: uppercase;
}
h3 {
  margin: 0;
  font: 600 16px / 1.4 var(--mono);
}
h3 a {
  text-decoration: none;
}
h4,
caption {
  margin: 16px 0 4px;
  font-size: 13px;
  font-weight: 600;
  text-align: start;
}
p {
  margin: 4px 0;
  max-width: 72ch;
}
code,
pre {
  font: 13px / 1.5 var(--mono);
}
ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
  border-radius: 4px;
}
main:focus {
  outline: none;
}
.skip {
  position: absolute;
  top: 8px;
  padding: 8px 12px;
  background: var(--ink);
  color: var(--page);
}
.skip:not(:focus) {
  clip-path: inset(50%);
}
.quiet,
.type {
  color: var(--ink-2);
}
.method {
  padding: 2px 6px;
  border-radius: 4px;
  background: var(--track);
  font-size: 13px;
}
nav > ul {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
  gap: 16px 24px;
  margin: 24px 0 0;
}
nav > ul > li > a {
  font-weight: 600;
}
nav li li a {
  display: inline-block;
  padding: 3px 0;
  font: 13px / 1.4 var(--mono);
  color: var(--ink-2);
}
article {
  margin: 16px 0 0;
  padding: 16px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--panel);
}
pre {
  margin: 8px 0;
  padding: 12px;
  border-radius: 8px;
  background: var(--track);
  white-space: pre-wrap;
}
/* One click takes all of it. */
.curl code {
  user-select: all;
}
table {
  width: 100%;
  border-collapse: collapse;
}
th,
td {
  padding: 6px 12px 6px 0;
  border-top: 1px solid var(--line);
  vertical-align: top;
  text-align: start;
}
thead th {
  border: 0;
  font-size: 12px;
  font-weight: 400;
  color: var(--ink-2);
}
.fields {
  border-inline-start: 1px solid var(--line);
  padding-inline-start: 12px;
}
.fields li {
  padding: 3px 0;
}
.fields .name {
  font-weight: 600;
}
.answers {
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 4px 12px;
  margin: 0;
}
.answers dd {
  margin: 0;
}
summary {
  width: max-content;
  padding: 4px 0;
  cursor: pointer;
}
@media (width < 480px) {
  article {
    padding: 12px;
  }
  .answers {
    grid-template-columns: minmax(0, 1fr);
  }
}
`
