/** The report's own style sheet; it stands alone. Colours of labels as in parts/label-style, on white. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1b1e; background: #fff;
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; }
h1 { font-size: 1.6rem; overflow-wrap: anywhere; }
h2 { margin-top: 2.2rem; border-bottom: 1px solid #dee2e6; font-size: 1.2rem; }
h3 { margin-bottom: .3rem; font-size: 1rem; }
h2, h3 { break-after: avoid; }
dl div { display: flex; gap: 1rem; }
dt { width: 5rem; color: #566173; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; margin: .75rem 0; border-collapse: collapse; font-size: .9rem;
  font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #eceff2; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
tbody th { font-weight: 400; }
thead th { color: #566173; font-weight: 600; }
.n { text-align: right; white-space: nowrap; }
.small { color: #566173; }
th.negative { color: #c92a2a; }
th.neutral { color: #495057; }
th.positive { color: #087f5b; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
figcaption, footer { color: #566173; font-size: .85rem; }
blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid #ced4da;
  overflow-wrap: anywhere; white-space: pre-wrap; break-inside: avoid; }
cite { display: block; color: #566173; font-size: .85rem; font-style: normal; }
footer { margin-top: 3rem; }
tr { break-inside: avoid; }
.halves { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; }
@media (max-width: 40rem) { .halves { grid-template-columns: 1fr; gap: 0; } }
@page { margin: 18mm; }
`;
