import { Card, NativeSelect, Text, Title } from '@mantine/core';
import { memo, useDeferredValue, useId, useState } from 'react';
import { intake } from '../../../app.ts';
import type { Inspection, Mapping } from '../../../core/intake.ts';
import { startOf } from '../../../core/segments.ts';
import { ROLES, type Role } from '../../../state/intake-mapping.ts';
import { Notice } from '../../parts/Notice.tsx';
import styles from './intake.module.css';
import { Preview } from './Preview.tsx';
import { ROLE_TEXTS } from './role-text.ts';

interface Props {
  inspection: Inspection;
  mapping: Mapping;
  remembered: boolean;
}

/** Which column is what, beside the first rows. */
export const ColumnsCard = memo(function ColumnsCard({ inspection, mapping, remembered }: Props) {
  const id = useId();
  // Hundreds of columns take a moment to draw: they come after the card, and their cells after them.
  const shown = useDeferredValue(inspection, null);
  const several = inspection.columns.length > 1;
  const lacksText = mapping.text < 0 && inspection.columns.length > 0;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="sm">
        {several ? 'Columns' : 'Texts'}
      </Title>
      {remembered && (
        <Text size="sm" mb="sm">
          Same columns as a file you scored before: same choices taken.
        </Text>
      )}
      {lacksText && (
        <Notice color="yellow" mb="sm" title="Which column holds the texts?">
          None looks like it. Choose it below, or choose another file.
        </Notice>
      )}
      {shown && (several || lacksText) && (
        <div className={styles.roles}>
          {ROLES.map((role) => (
            <ColumnSelect key={role} role={role} inspection={shown} mapping={mapping} />
          ))}
        </div>
      )}
      {shown && <Preview inspection={shown} mapping={mapping} />}
    </Card>
  );
});

/** More options than this, in five fields at once, would hold the page up: they are drawn when a field is reached. */
const MANY = 100;

function ColumnSelect({ role, inspection, mapping }: Omit<Props, 'remembered'> & { role: Role }) {
  const { label, description } = ROLE_TEXTS[role];
  const { columns } = inspection;
  const [reached, setReached] = useState(false);
  const index = mapping[role];
  const required = role === 'text';
  const all = reached || columns.length <= MANY;
  const options = columns.flatMap(({ name }, i) => {
    const offered = i === index || (all && (required || i !== mapping.text));
    return offered ? { value: String(i), label: startOf(name, 60) } : [];
  });
  const none = required
    ? { value: '', label: 'Choose', disabled: true }
    : { value: '', label: 'None' };
  return (
    <NativeSelect
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description']}
      required={required}
      withAsterisk={false}
      value={index === undefined || index < 0 ? '' : String(index)}
      data={required && mapping.text >= 0 ? options : [none, ...options]}
      onPointerEnter={() => setReached(true)}
      onFocus={() => setReached(true)}
      onChange={({ currentTarget: { value } }) =>
        intake.chooseColumn(role, value === '' ? undefined : Number(value))
      }
    />
  );
}
