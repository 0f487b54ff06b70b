/** Index into LABELS. */
export type LabelIndex = 0 | 1 | 2;

export interface Given {
  text: string;
  /** null where no label is given. */
  label: LabelIndex | null;
}
