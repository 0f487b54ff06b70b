import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { lens } from '../../../app.ts';
import { findBundled, titleOf } from '../../../models/chosen.ts';
import { textsOf } from '../../../state/learn/lens.ts';
import { MOST_TEXTS } from '../../../state/learn/lens-state.ts';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';

/** What is looked at: a list, and the one of its texts that also goes alone. */
export function TextsCard() {
  const { typed, alone, view } = useApp((app) => app.lens);
  const texts = textsOf(typed);
  const lines = typed.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <Panel title="Your texts">
      <Stack>
        <Textarea
          label="The list, one text a line"
          description={`Up to ${MOST_TEXTS} lines. Change anything: every number below is computed anew, in this page.`}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={20_000}
          value={typed}
          onChange={(event) => lens.type(event.currentTarget.value)}
          {...(lines > MOST_TEXTS && {
            error: `Only the first ${MOST_TEXTS} of ${lines} lines are looked at. Delete some to see the others.`,
          })}
        />
        {texts.length > 0 && (
          <NativeSelect
            label="The one text, as in real time"
            value={Math.min(alone, texts.length - 1)}
            onChange={(event) => lens.choose(Number(event.currentTarget.value))}
            data={texts.map((text, i) => ({
              value: String(i),
              label: `${i + 1}: ${text.length > 60 ? `${text.slice(0, 60)} …` : text}`,
            }))}
          />
        )}
        {view.phase === 'seen' && (
          <Text size="sm" c="dimmed">
            Looked into: {titleOf(findBundled(view.model))}, its int8 file, through the library’s
            runtime on this machine’s processor. Answers for the list come from one padded forward
            pass, as most libraries do it. The page’s own answers never depend on a text’s company,
            and its kernel rounds a little differently: Live may differ in the last digits.
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
