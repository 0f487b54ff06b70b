import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../core/failure.ts';
import { failureText } from './failure-text.ts';

const CODES = Object.keys({
  'browser-too-old': 1,
  offline: 1,
  'file-missing': 1,
  'file-altered': 1,
  'download-failed': 1,
  'runtime-missing': 1,
  'model-unreadable': 1,
  'model-unsupported': 1,
  'out-of-memory': 1,
  cancelled: 1,
  'worker-crashed': 1,
  'gpu-absent': 1,
  'gpu-lost': 1,
  'gpu-wrong': 1,
  'wrong-output': 1,
  'inference-failed': 1,
  'bad-input': 1,
  'model-changed': 1,
  'examples-few': 1,
  'examples-one-label': 1,
  'examples-numbers': 1,
  'own-model-file': 1,
  'file-empty': 1,
  'file-binary': 1,
  'file-encrypted': 1,
  'file-damaged': 1,
  'file-too-large': 1,
  'file-unreadable': 1,
  'results-file': 1,
  'no-text': 1,
  quota: 1,
  'storage-forbidden': 1,
  'run-missing': 1,
  'run-elsewhere': 1,
  'bench-running': 1,
  'bench-wrong': 1,
  'record-unreadable': 1,
  'bench-file': 1,
} satisfies Record<FailureCode, 1>) as FailureCode[]; // keys of the record above

describe('failureText', () => {
  it.each(CODES)('says in whole sentences what is wrong and what to do: %s', (code) => {
    const text = failureText({ code, detail: 'TypeError: x is undefined' });
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text.split(/[.:;,] /).length).toBeGreaterThan(1);
    expect(text).not.toMatch(/undefined|TypeError/);
  });

  it('has a text of its own for every code', () => {
    const texts = CODES.map((code) => failureText({ code, detail: '' }));
    expect(new Set(texts).size).toBe(CODES.length);
  });

  it('names the file concerned', () => {
    const text = failureText({ code: 'file-missing', detail: 'HTTP 404', subject: 'config.json' });
    expect(text).toContain('config.json');
  });
});
