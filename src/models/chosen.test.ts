import { describe, expect, it } from 'vitest';
import { BASE, SMALL } from './catalogue.ts';
import { devicesOf, filesOf, findBundled, specOf, type HubChoice } from './chosen.ts';

const CHOICE: HubChoice = {
  source: 'hub',
  id: 'classroom/small',
  host: 'https://hub.example/',
  classes: ['negative', 'positive'],
  files: [{ name: 'config.json', url: 'https://hub.example/c', bytes: 5 }],
};

describe('a chosen model', () => {
  it('is the accurate one where the id is unknown, as after an update', () => {
    expect(findBundled('sentiscope-small')).toBe(SMALL);
    expect(findBundled('gone')).toBe(BASE);
  });

  it('takes bundled files from the page’s own folder', () => {
    const urls = filesOf(SMALL, 'q4', 'https://page.example/models/').map(({ url }) => url);
    expect(urls).toContain('https://page.example/models/sentiscope-small/onnx/model_q4.onnx');
    expect(urls.every((url) => url.startsWith('https://page.example/models/'))).toBe(true);
  });

  it('takes hub files as they were agreed to, on WASM alone', () => {
    expect(filesOf(CHOICE, 'q8', 'https://page.example/models/')).toEqual(CHOICE.files);
    expect(devicesOf(CHOICE)).toEqual(['wasm']);
    expect(specOf(CHOICE, 'wasm', 'https://page.example/')).toMatchObject({
      dtype: 'q8',
      host: 'https://hub.example/',
      classes: ['negative', 'positive'],
    });
  });
});
