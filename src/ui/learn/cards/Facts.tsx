import type { BundledModel } from '../../../models/catalogue.ts';
import { percent } from '../../parts/format.ts';
import styles from './cards.module.css';

/** What the page itself goes by. */
export function Facts({ model }: { model: BundledModel }) {
  const facts = [
    ['Size', model.summary],
    ['Language', model.languages.join(', ')],
    ['Labels', model.classes.join(', ')],
    ['Called uncertain', `under a top probability of ${percent(model.uncertainBelow)}`],
    ['Licence', model.licence],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
