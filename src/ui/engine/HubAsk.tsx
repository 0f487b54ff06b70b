import { Alert, Button, Code, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hub } from '../../app.ts';
import { HUB, HUB_HOST } from '../../models/catalogue.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { failureText } from '../parts/failure-text.ts';
import { readHost, readModelId } from './hub-address.ts';
import type { HubLookup } from '../../state/hub-state.ts';

const OTHER = 'other';

/** Which model, from which hub. Nothing is asked of the hub before the button is pressed. */
export function HubAsk({ lookup }: { lookup: HubLookup }) {
  const [picked, setPicked] = useState(HUB[0]!.id);
  const [typed, setTyped] = useState('');
  const [address, setAddress] = useState(HUB_HOST);
  const id = picked === OTHER ? readModelId(typed) : picked;
  const host = readHost(address, document.baseURI);
  const hostName = host && new URL(host).host;
  const looking = lookup.phase === 'looking';

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (id && host && !looking) void hub.look(id, host);
      }}
    >
      <Stack gap="md">
        <Radio.Group label="Model" value={picked} onChange={setPicked}>
          <Stack gap="xs" mt="xs">
            {HUB.map((model) => (
              <Radio
                key={model.id}
                value={model.id}
                label={model.title}
                description={`${model.summary} · ${model.languages.join(', ')}`}
              />
            ))}
            <Radio value={OTHER} label="Another text-classification model" />
          </Stack>
        </Radio.Group>
        {picked === OTHER && (
          <TextInput
            label="Model id"
            placeholder="owner/name"
            description="It needs a tokenizer.json and an onnx/model_quantized.onnx."
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={typed && !id ? 'Write it as owner/name.' : undefined}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <Disclosure label="Another hub">
          <TextInput
            label="Hub address"
            description="For a mirror of the hub, such as a school's. Only addresses that this page's Content-Security-Policy allows can be reached: the page's own server and huggingface.co."
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            error={host ? undefined : 'Write an address such as https://huggingface.co/ or /hub/.'}
            autoComplete="off"
            spellCheck={false}
          />
        </Disclosure>
        <Text size="sm">
          {hostName ?? 'The hub'} will be asked which files this model has and how large they are.
          It learns your network address and the model’s name; nothing you type into this page is
          sent. Nothing is downloaded before you agree.
        </Text>
        {lookup.phase === 'failed' && (
          <Alert color="red" title={`${lookup.id} cannot be used`}>
            {failureText(lookup.failure)}
            <Disclosure label="Technical detail" mt="xs">
              <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {lookup.failure.code}: {lookup.failure.detail}
              </Code>
            </Disclosure>
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={looking} disabled={!id || !host}>
            Ask {hostName ?? 'the hub'}
          </Button>
          {looking && (
            <Button variant="default" onClick={hub.close}>
              Cancel
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
