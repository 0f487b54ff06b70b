import { Checkbox, Group, Stack } from '@mantine/core';

interface Props<T extends string> {
  label: string;
  description?: string;
  items: readonly { value: T; label: string; disabled?: boolean }[];
  chosen: readonly T[];
  /** Never given an empty list: the last one stays. */
  onChange: (chosen: T[]) => void;
  vertical?: boolean;
}

/** Several of a few; at least one. */
export function CheckList<T extends string>(props: Props<T>) {
  const { label, description, items, chosen, onChange, vertical } = props;
  const boxes = items.map((item) => <Checkbox key={item.value} {...item} />);
  return (
    <Checkbox.Group
      label={label}
      description={description}
      value={[...chosen]}
      onChange={(list) => list.length > 0 && onChange(list)}
    >
      {vertical ? (
        <Stack gap={6} mt="xs">
          {boxes}
        </Stack>
      ) : (
        <Group gap="md" mt="xs">
          {boxes}
        </Group>
      )}
    </Checkbox.Group>
  );
}
