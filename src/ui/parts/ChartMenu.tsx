import { ActionIcon, Menu } from '@mantine/core';
import { saveFile } from '../../app.ts';
import { chartFile } from './save-chart.ts';

interface Props {
  /** In the menu's name and as the file's. */
  name: string;
  /** What the chart shows, in a sentence. */
  label: string;
  /** The element that the chart is drawn in. */
  place: () => HTMLElement | null;
  /** The numbers behind it, as CSV text, where there is a table of them. */
  csv?: (() => string) | undefined;
}

/** Saves a chart as it stands, in light colours, or the numbers behind it. */
export function ChartMenu({ name, label, place, csv }: Props) {
  async function save(kind: 'svg' | 'png') {
    const drawn = place()?.querySelector<SVGSVGElement>('svg[aria-hidden]');
    if (drawn) saveFile(await chartFile(drawn, label, kind), `${name}.${kind}`);
  }

  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Save the chart: ${name}`}>
          <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden>
            <path
              d="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11"
              fill="none"
              stroke="currentColor"
              strokeWidth={1.5}
            />
          </svg>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('svg')}>Save as SVG</Menu.Item>
        <Menu.Item onClick={() => void save('png')}>Save as PNG</Menu.Item>
        {csv && (
          <Menu.Item
            onClick={() => saveFile(new Blob([csv()], { type: 'text/csv' }), `${name}.csv`)}
          >
            Save the numbers as CSV
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
