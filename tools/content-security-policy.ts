import type { Plugin } from 'vite';

/** What the page and its workers may load and reach. The one place where this is said. */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self' blob:", // workers are started from a blob: docs/decisions/0005
  // The hub is here only because a user may choose one of its models; nothing else ever asks for it.
  'connect-src': "'self' blob: https://huggingface.co https://*.huggingface.co https://*.hf.co",
  'style-src': "'self' 'unsafe-inline'", // Mantine writes style elements
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

const inMeta = Object.entries(DIRECTIVES)
  .map(([name, sources]) => `${name} ${sources}`)
  .join('; ');

/** For hosts that read a `_headers` file (Netlify, Cloudflare Pages). A meta element cannot hold frame-ancestors. */
const HEADERS = `/*
  Content-Security-Policy: ${inMeta}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
`;

const CHARSET = '<meta charset="utf-8" />';

/** Writes the policy into the built page, where it holds on any host, and into `_headers`. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build', // the development server runs inline scripts
    transformIndexHtml(html) {
      if (!html.includes(CHARSET)) throw new Error(`index.html: ${CHARSET} is missing`);
      // Before anything it should govern, after the charset, which must be in the first kilobyte.
      return html.replace(
        CHARSET,
        `${CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="${inMeta}" />\n    <meta name="referrer" content="no-referrer" />`,
      );
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: HEADERS });
    },
  };
}
