/** The page's chart colours on white, as in parts/chart-colors.css; a file on its own has no style sheet. */
const ON_WHITE: Readonly<Record<string, string>> = {
  '--chart-negative': '#e03131',
  '--chart-neutral': '#868e96',
  '--chart-positive': '#099268',
  '--chart-plain': '#2b5fa3',
  '--chart-muted': '#99a1ad',
  '--chart-grid': '#dee2e6',
  '--chart-paper': '#ffffff',
  '--chart-1': '#2b5fa3',
  '--chart-2': '#a8530f',
  '--chart-3': '#b0308c',
  '--chart-4': '#0b7a75',
  '--chart-5': '#6d5b00',
  '--chart-6': '#6b7280',
  '--mantine-color-body': '#ffffff',
};
const INK = '#1a1b1e';
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";
/** Pixels of a PNG for one of the page's: sharp in print and on dense screens. */
const PNG_SCALE = 2;

/**
 * A drawn chart as a file's text: colours, font and background are in it, in light colours whatever the page shows.
 *
 * @param title what the chart shows, for readers that speak
 */
export function standalone(drawn: SVGSVGElement, title: string): string {
  const svg = drawn.cloneNode(true) as SVGSVGElement; // of the same kind as what it clones
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'img');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('style', `background: #fff; color: ${INK}; font-size: 12px`);
  svg.setAttribute('font-family', FONT);
  // Plot names its groups; inside a picture nothing else may have a name.
  for (const part of svg.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  svg.prepend(name);
  return withColors(new XMLSerializer().serializeToString(svg));
}

/** Replaces the page's custom properties by their values; those of the chart's own style element stay. */
export const withColors = (svg: string): string =>
  svg.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => ON_WHITE[name] ?? whole);

/** @returns a drawn chart as a file; see standalone */
export async function chartFile(
  drawn: SVGSVGElement,
  title: string,
  kind: 'svg' | 'png',
): Promise<Blob> {
  const svg = new Blob([standalone(drawn, title)], { type: 'image/svg+xml' });
  return kind === 'svg' ? svg : rasterize(svg, drawn);
}

async function rasterize(svg: Blob, { width, height }: SVGSVGElement): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width.baseVal.value * PNG_SCALE;
    canvas.height = height.baseVal.value * PNG_SCALE;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
