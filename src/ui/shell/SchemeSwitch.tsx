import { SegmentedControl, Tooltip, useMantineColorScheme, VisuallyHidden } from '@mantine/core';

const SUN =
  'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M13 3l-1.1 1.1M4.1 11.9 3 13';
const MOON = 'M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1Z';
const SCREEN = 'M2 3h12v8H2ZM5.5 13.5h5';

const SCHEMES = [
  { value: 'light', name: 'Light', shape: SUN },
  { value: 'dark', name: 'Dark', shape: MOON },
  { value: 'auto', name: 'As the system', shape: SCREEN },
] as const;

/** Light, dark, or whatever the system says. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Colours"
      value={colorScheme}
      onChange={setColorScheme}
      data={SCHEMES.map(({ value, name, shape }) => ({
        value,
        label: (
          <Tooltip label={name} openDelay={400}>
            <span style={{ display: 'block' }}>
              <svg
                viewBox="0 0 16 16"
                width={16}
                height={16}
                style={{ display: 'block' }}
                aria-hidden
              >
                <path d={shape} fill="none" stroke="currentColor" strokeWidth={1.4} />
              </svg>
              <VisuallyHidden>{name}</VisuallyHidden>
            </span>
          </Tooltip>
        ),
      }))}
    />
  );
}
