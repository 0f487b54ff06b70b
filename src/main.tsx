import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app.ts'; // the model is on its way before there is anything to draw

// Fetched side by side, run one after the other: no single task is long.
const react = Promise.all([import('react'), import('react-dom/client')]);
const app = import('./ui/App.tsx');

const [{ startTransition }, { createRoot }] = await react;
const { App } = await app;
const root = createRoot(document.getElementById('root')!);
startTransition(() => root.render(<App />)); // drawn in slices
