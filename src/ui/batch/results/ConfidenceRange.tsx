import { Input, RangeSlider } from '@mantine/core';
import { useState } from 'react';
import { results } from '../../../app.ts';
import type { Filter } from '../../../core/runs.ts';

type Range = [number, number];

interface Props {
  /** How many the model has. */
  labels: number;
  chosen: Filter['confidence'];
}

export function ConfidenceRange({ labels, chosen }: Props) {
  /** Of three probabilities the highest is at least a third. */
  const least = Math.floor(100 / labels);
  const [dragged, setDragged] = useState<Range>();
  const settled: Range = chosen ? [chosen[0] * 100, chosen[1] * 100] : [least, 100];
  const [from, to] = dragged ?? settled;

  function choose([from, to]: Range) {
    setDragged(undefined);
    const any = from <= least && to >= 100;
    // The lowest mark stands for everything under it, thirds included.
    results.refine({ confidence: any ? undefined : [from <= least ? 0 : from / 100, to / 100] });
  }

  return (
    <Input.Wrapper
      label={`Confidence ${Math.max(least, Math.round(from))} to ${Math.round(to)}%`}
      size="sm"
      labelElement="div"
    >
      <RangeSlider
        mt={10}
        min={least}
        max={100}
        minRange={0}
        label={null}
        value={[Math.max(least, from), to]}
        onChange={setDragged}
        onChangeEnd={choose}
        thumbFromLabel="Lowest confidence in percent"
        thumbToLabel="Highest confidence in percent"
      />
    </Input.Wrapper>
  );
}
