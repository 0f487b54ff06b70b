import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrder, readDate } from './dates.ts';
import { looksForeign } from './foreign.ts';
import { hashText } from '../core/analysis/hash.ts';
import { createSeenTexts } from './seen-texts.ts';
import { createSample } from './sample.ts';

describe('readDate', () => {
  const day = Date.UTC(2026, 7, 3);
  it.each([
    ['2026-08-03', day],
    ['2026-8-3', day],
    ['2026-08-03T10:30:15Z', day + 37_815_000],
    ['2026-08-03 10:30:15.250', day + 37_815_250],
    ['2026-08-03T10:30:00+02:00', day + 30_600_000],
    ['20260803', day],
    ['2026/08/03', day],
    ['3.8.2026', day],
    ['03/08/26', day],
    ['3-8-2026 9:05 pm', day + 75_900_000],
    ['3 Aug 2026', day],
    ['August 3, 2026', day],
    ['3rd August 2026', day],
    [day / 1000, day],
    [String(day), day],
    ['31.2.2026', NaN],
    ['2026-13-01', NaN],
    ['1815-06-18', NaN],
    ['12345', NaN],
    ['', NaN],
    ['in May', NaN],
    [true, NaN],
    [null, NaN],
  ])('%j', (value, ms) => {
    expect(readDate(value)).toBe(ms);
  });

  it('takes the month first when told', () => {
    expect(readDate('8/3/2026', 'mdy')).toBe(day);
  });

  it('reads back every day it is given', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          expect(readDate(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });
});

describe('dateOrder', () => {
  it('is told by a number over 12, by dots, and else by the shorter span', () => {
    expect(dateOrder(['1/2/2026', '1/31/2026'])).toBe('mdy');
    expect(dateOrder(['1/2/2026', '31/1/2026'])).toBe('dmy');
    expect(dateOrder(['1.2.2026', '1.9.2026'])).toBe('dmy');
    expect(dateOrder(['5/1/2026', '5/2/2026', '5/9/2026'])).toBe('mdy');
    expect(dateOrder(['1/5/2026', '2/5/2026', '9/5/2026'])).toBe('dmy');
  });
});

describe('looksForeign', () => {
  it.each([
    'Das Essen war leider kalt und der Kellner ist nicht freundlich gewesen.',
    'La comida estaba muy fría y el camarero no fue nada amable con nosotros.',
    'Le repas était froid et le serveur est resté très désagréable avec nous.',
    'Это был очень хороший отель',
    '这个产品非常好我会再次购买',
  ])('%s', (text) => {
    expect(looksForeign(text)).toBe(true);
  });

  it.each([
    'Schade!',
    'The crème brûlée at "Chez nous" was great, très bien, as they say.',
    'Battery life excellent, screen gorgeous, speakers tinny, keyboard mushy.',
    'works',
    '10/10 👍👍👍👍👍👍👍👍👍',
    'Loved La La Land and El Camino, de nada',
  ])('English or too short to say: %s', (text) => {
    expect(looksForeign(text)).toBe(false);
  });
});

describe('createSeenTexts', () => {
  it('answers as a set of texts does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), (texts) => {
        const seen = createSeenTexts();
        const slow = new Set<string>();
        for (const text of texts) {
          expect(seen.add(text)).toBe(slow.has(text));
          slow.add(text);
        }
      }),
    );
  });

  it('tells 300,000 similar texts apart, and forgets nothing as it grows', () => {
    const seen = createSeenTexts();
    const text = (i: number) => `review ${i}`;
    let repeats = 0;
    for (let i = 0; i < 300_000; i++) if (seen.add(text(i))) repeats += 1;
    expect(repeats).toBe(0);
    for (let i = 0; i < 300_000; i += 97) expect(seen.add(text(i))).toBe(true);
  });

  it('remembers no more than it may', () => {
    const seen = createSeenTexts(2);
    expect(['a', 'b', 'c', 'a', 'c'].map((text) => seen.add(text))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('has hashes of 53 bits', () => {
    const hashes = Array.from({ length: 1000 }, (_, i) => hashText(String(i)));
    expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash > 0)).toBe(true);
    expect(Math.max(...hashes)).toBeGreaterThan(2 ** 52);
  });
});

describe('createSample', () => {
  it('draws evenly and the same each time', () => {
    const draw = () => {
      const sample = createSample<number>(48, (item) => item);
      for (let i = 0; i < 4800; i++) sample.offer(i);
      return sample.items;
    };
    expect(draw()).toEqual(draw());
    const mean = draw().reduce((a, b) => a + b) / 48;
    expect(Math.abs(mean - 2400)).toBeLessThan(800); // four standard errors
  });
});
