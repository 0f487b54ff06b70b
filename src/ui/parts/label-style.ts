import type { Label } from '../../core/sentiment.ts';
import styles from './label-style.module.css';

export interface LabelStyle {
  word: string;
  /** Tells the label without colour; one character. */
  mark: string;
  /** Sets --label-text, --label-fill and --label-tint for what is inside. */
  className: string;
}

export const LABEL_STYLE: Record<Label, LabelStyle> = {
  negative: { word: 'Negative', mark: '−', className: styles.negative! },
  neutral: { word: 'Neutral', mark: '○', className: styles.neutral! },
  positive: { word: 'Positive', mark: '+', className: styles.positive! },
};

/** Whether a label has a mark and a colour of its own: those of sentiment do. */
export const hasStyle = (label: string): label is Label => Object.hasOwn(LABEL_STYLE, label);

/** The style of any label: sentiment has its own, others a plain one with their name as the word. */
export const labelStyle = (label: string): LabelStyle =>
  hasStyle(label) ? LABEL_STYLE[label] : { word: label, mark: '•', className: styles.other! };
