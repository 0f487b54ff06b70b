import { NativeSelect } from '@mantine/core';
import { engine } from '../../app.ts';

const MOST = 8;

/**
 * How many copies of the model work side by side.
 *
 * @param props.choice undefined: left to the page
 */
export function WorkerChoice({ choice }: { choice: number | undefined }) {
  const numbers = Array.from({ length: MOST }, (_, i) => String(i + 1));
  return (
    <NativeSelect
      size="xs"
      label="Workers"
      description="Each holds its own copy of the model. More can help with many texts, and need more memory."
      styles={{ description: { fontSize: 'var(--mantine-font-size-xs)' } }}
      inputWrapperOrder={['label', 'input', 'description']}
      value={choice ?? ''}
      onChange={({ currentTarget: { value } }) =>
        engine.chooseWorkers(value ? Number(value) : undefined)
      }
      data={[{ value: '', label: 'Automatic' }, ...numbers]}
    />
  );
}
