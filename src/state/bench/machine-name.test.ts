import { expect, it } from 'vitest';
import { machineName } from './machine-name.ts';

it('names a machine by its browser and its cores', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
  const safari = 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/26.1 Safari/605.1.15';
  expect(machineName({ userAgent: chrome, cores: 8 })).toBe('Chrome 156, 8 cores');
  expect(machineName({ userAgent: `${chrome} Edg/156.0.0.0`, cores: 8 })).toBe('Edge 156, 8 cores');
  expect(machineName({ userAgent: safari, cores: 1 })).toBe('Safari 26, 1 core');
  expect(machineName({ userAgent: 'Lynx', cores: 4 })).toBe('4 cores');
});
