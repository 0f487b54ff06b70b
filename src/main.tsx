import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import { engine } from './app.ts';

// Fetched side by side, run one after the other: no single task is long.
const react = Promise.all([import('react'), import('react-dom/client')]);
const app = import('./ui/App.tsx');

const [{ startTransition }, { createRoot }] = await react;
const { App } = await app;
const root = createRoot(document.getElementById('root')!);
startTransition(() => root.render(<App />)); // drawn in slices

// First the page, then its model: on two cores they would slow each other down.
const begin = () => void engine.resume();
if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 1000 });
else setTimeout(begin, 200); // Safari
