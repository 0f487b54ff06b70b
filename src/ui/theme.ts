import { Button, createTheme, Modal, type CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    accent: [
      '#eef4fb',
      '#dbe7f6',
      '#b8cfeb',
      '#92b4e0',
      '#7aa5dd',
      '#4f86cb',
      '#3873bd',
      '#2b5fa3',
      '#234d85',
      '#1a3a66',
    ],
    // The navy of the icon instead of Mantine's neutral greys.
    dark: [
      '#d8dee8',
      '#b9c3d2',
      '#9fabbf',
      '#71809a',
      '#3b4862',
      '#2e3950',
      '#232d42',
      '#182135',
      '#111a2e',
      '#0b1222',
    ],
  },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  components: {
    // A long label, such as one with a size and a host, breaks into lines instead of losing its end.
    Button: Button.extend({
      styles: {
        root: { height: 'auto', minHeight: 'var(--button-height)' },
        label: { whiteSpace: 'normal', overflowWrap: 'anywhere', lineHeight: 1.25 }, // room for g and p
      },
    }),
    Modal: Modal.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: { fontWeight: 650 } },
    }),
  },
});

/** Mantine's dimmed and placeholder greys are under 4.5:1 on its own backgrounds (WCAG 2.2, 1.4.3). */
export const cssVariablesResolver: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--app-canvas': '#f5f7fa',
    '--mantine-color-dimmed': '#566173',
    '--mantine-color-placeholder': '#687385',
    '--mantine-color-error': '#c02626',
  },
  dark: {
    '--app-canvas': colors.dark[8],
    '--mantine-color-dimmed': colors.dark[2],
    '--mantine-color-placeholder': colors.dark[2],
    '--mantine-color-error': '#ff8f8f',
  },
});
