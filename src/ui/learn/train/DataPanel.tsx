import { Button, List, Loader, NativeSelect, Stack, Text, UnstyledButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { trainData } from '../../../app.ts';
import { startOf } from '../../../core/segments.ts';
import type { TrainData } from '../../../state/learn/train-state.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { failureText } from '../../parts/failure-text.ts';
import { count } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import { BalanceChart } from './BalanceChart.tsx';
import { ExamplesTable } from './ExamplesTable.tsx';
import { foundText } from './found-text.ts';
import styles from './train.module.css';

const SAMPLES = [
  {
    title: 'Everyday reviews: sentiment',
    about: 'Negative, neutral or positive: compare your model with the bundled one.',
    open: () => trainData.openSample('reviews.csv', { label: 'label' }),
  },
  {
    title: 'Everyday reviews: what is reviewed',
    about: 'Categories of their own, such as hotel or film: the 6 most frequent.',
    open: () => trainData.openSample('reviews.csv', { label: 'category', mostLabels: 6 }),
  },
  {
    title: 'Hard reviews: sentiment',
    about: 'Sarcasm, hints and long stories: how far do 1,000 texts get you?',
    open: () => trainData.openSample('reviews-hard.csv', { label: 'label' }),
  },
];

/** Labelled texts: where from, which columns, and what is in them. */
export function DataPanel() {
  const data = useApp(({ trainSetup }) => trainSetup.data);
  return (
    <Panel title="1 · Labelled texts">
      <Stack>
        <div className={styles.sources}>
          {SAMPLES.map(({ title, about, open }) => (
            <UnstyledButton key={title} className={styles.source} onClick={() => void open()}>
              <span className={styles.name}>{title}</span>
              <span className={styles.dim}>{about}</span>
            </UnstyledButton>
          ))}
        </div>
        <Dropzone
          onDrop={([file]) => file && void trainData.openFile(file)}
          multiple={false}
          activateOnKeyboard={false}
          enablePointerEvents
          p="sm"
          inputProps={{ 'aria-label': 'File to learn from' }}
        >
          <div className={styles.drop}>
            <Button variant="default">Choose a file</Button>
            <Text size="sm" c="dimmed" flex="1 1 14rem">
              Or drop one here: a column of texts and a column of labels. CSV, TSV, JSON, JSON
              Lines, Excel or Parquet; text formats also as .gz.
            </Text>
          </div>
        </Dropzone>
        <Opened data={data} />
      </Stack>
    </Panel>
  );
}

function Opened({ data }: { data: TrainData }) {
  switch (data.phase) {
    case 'none':
      return null;
    case 'opening':
      return (
        <Text role="status">
          <Loader size="xs" mr="xs" component="span" /> Opening {data.name}
        </Text>
      );
    case 'refused':
      return (
        <Notice color="red" title="This file was not opened" role="alert">
          {failureText(data.failure)}
        </Notice>
      );
    case 'open':
      return (
        <>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {data.file.name}
          </Text>
          <Columns data={data} />
          <Content data={data} />
        </>
      );
  }
}

type Open = Extract<TrainData, { phase: 'open' }>;

function Columns({ data: { inspection, text, label, content } }: { data: Open }) {
  const mostLabels = useApp(({ trainSetup }) => trainSetup.mostLabels);
  const columns = inspection.columns.map(({ name }, i) => ({
    value: String(i),
    label: startOf(name, 60),
  }));
  const choose = { value: '', label: 'Choose', disabled: true };
  const labels = content.phase === 'ready' ? content.all.labels.length : 0;
  return (
    <div className={styles.fields}>
      <NativeSelect
        label="Column with the texts"
        value={text ?? ''}
        data={[choose, ...columns]}
        onChange={(event) => void trainData.chooseColumns({ text: Number(event.target.value) })}
      />
      <NativeSelect
        label="Column with the labels"
        value={label ?? ''}
        data={[choose, ...columns]}
        error={label !== undefined && label === text && 'Choose another column than the texts’.'}
        onChange={(event) => void trainData.chooseColumns({ label: Number(event.target.value) })}
      />
      {labels > 2 && (
        <NativeSelect
          label="Labels to keep"
          description="The most frequent ones."
          inputWrapperOrder={['label', 'input', 'description']}
          value={Math.min(mostLabels, labels)}
          data={Array.from({ length: labels - 1 }, (_, i) => ({
            value: String(labels - i),
            label: i === 0 ? `All ${count(labels)}` : String(labels - i),
          }))}
          onChange={(event) => trainData.keepLabels(Number(event.target.value))}
        />
      )}
    </div>
  );
}

function Content({ data: { content, text } }: { data: Open }) {
  switch (content.phase) {
    case 'unread':
      return (
        <Text role="status">
          {text === undefined
            ? 'Choose the column that holds the texts, and the one that holds their labels.'
            : 'Choose the column that holds the labels: what the model is to tell.'}
        </Text>
      );
    case 'reading':
      return (
        <Text role="status">
          <Loader size="xs" mr="xs" component="span" /> Reading the rows
          {content.rows > 0 && `: ${count(content.rows)} so far`}
        </Text>
      );
    case 'failed':
      return (
        <Notice color="red" title="Nothing can be learnt from these columns" role="alert">
          {failureText(content.failure)}
          <Text size="sm" mt={4}>
            Found: {content.failure.detail}.
          </Text>
        </Notice>
      );
    case 'ready': {
      const { examples, skipped } = content;
      const [first, ...others] = foundText(examples, skipped);
      return (
        <>
          <div role="status">
            <Text>{first}</Text>
            {others.length > 0 && (
              <List size="sm" mt={4} spacing={2}>
                {others.map((sentence) => (
                  <List.Item key={sentence}>{sentence}</List.Item>
                ))}
              </List>
            )}
          </div>
          <BalanceChart examples={examples} />
          <Disclosure label="A few of the texts">
            <ExamplesTable examples={examples} />
          </Disclosure>
        </>
      );
    }
  }
}
