import { Input, RangeSlider } from '@mantine/core';
import { useState } from 'react';
import { results } from '../../../app.ts';
import type { Filter } from '../../../core/runs.ts';

/** Of three probabilities the highest is at least a third. */
const LEAST = 33;
type Range = [number, number];

export function ConfidenceRange({ chosen }: { chosen: Filter['confidence'] }) {
  const [dragged, setDragged] = useState<Range>();
  const settled: Range = chosen ? [chosen[0] * 100, chosen[1] * 100] : [LEAST, 100];
  const [from, to] = dragged ?? settled;

  function choose([from, to]: Range) {
    setDragged(undefined);
    const any = from <= LEAST && to >= 100;
    // The lowest mark stands for everything under it, thirds included.
    results.refine({ confidence: any ? undefined : [from <= LEAST ? 0 : from / 100, to / 100] });
  }

  return (
    <Input.Wrapper
      label={`Confidence ${Math.max(LEAST, Math.round(from))} to ${Math.round(to)}%`}
      size="sm"
      labelElement="div"
    >
      <RangeSlider
        mt={10}
        min={LEAST}
        max={100}
        minRange={0}
        label={null}
        value={[Math.max(LEAST, from), to]}
        onChange={setDragged}
        onChangeEnd={choose}
        thumbFromLabel="Lowest confidence in percent"
        thumbToLabel="Highest confidence in percent"
      />
    </Input.Wrapper>
  );
}
