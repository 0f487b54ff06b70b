import { useApp } from './use-app.ts';
import { live } from '../app.ts';
export function App() {
  const state = useApp((app) => app);
  return (
    <>
      <label>
        Your text
        <textarea value={state.live.text} onChange={(event) => live.setText(event.target.value)} />
      </label>
      <pre>{JSON.stringify(state, null, 1)}</pre>
    </>
  );
}
