import { LABELS } from '../../../core/sentiment.ts';
import { softmaxSteps } from './softmax-steps.ts';
import type { StageProps } from './stage-props.ts';
import styles from './pipeline.module.css';

/** Softmax as arithmetic, number by number. */
export function Inference({ look: { texts, logits }, name }: StageProps) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Text</th>
            <th scope="col">Label</th>
            <th scope="col">Logit</th>
            <th scope="col">Power</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {texts.map((_, row) => {
            const { lines, sum } = softmaxSteps(logits.subarray(row * 3, row * 3 + 3));
            return lines.map(({ logit, less, power, share }, k) => (
              <tr key={`${row} ${k}`} className={k === 2 ? styles.last : undefined}>
                {k === 0 && (
                  <th scope="rowgroup" rowSpan={3}>
                    {row + 1}
                  </th>
                )}
                <th scope="row">{LABELS[k]}</th>
                <td>{logit.toFixed(3)}</td>
                <td>
                  e<sup>{less.toFixed(2)}</sup>
                  <br />= {power.toFixed(3)}
                </td>
                <td>
                  {power.toFixed(3)}&#8239;/&#8239;{sum.toFixed(3)}
                  <br />= <b>{share.toFixed(3)}</b>
                </td>
              </tr>
            ));
          })}
        </tbody>
      </table>
    </div>
  );
}
