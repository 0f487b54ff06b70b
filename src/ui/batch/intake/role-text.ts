import type { Role } from '../../../state/intake-mapping.ts';

/** What each role of a column is called, in a field, over a column, and what it is for. */
export const ROLE_TEXTS: Record<Role, { label: string; badge: string; description: string }> = {
  text: { label: 'Text', badge: 'Text', description: 'Is scored' },
  label: {
    label: 'Given label',
    badge: 'Label',
    description: 'Is compared with the model’s',
  },
  id: { label: 'Id', badge: 'Id', description: 'Finds rows again in another run' },
  group: { label: 'Group', badge: 'Group', description: 'Product or category, for charts' },
  date: { label: 'Date', badge: 'Date', description: 'For charts over time' },
};
