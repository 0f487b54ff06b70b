import { count } from '../../parts/format.ts';

/** @returns such as "[3, 8, 384]", words left as they are */
export const shapeText = (shape: readonly (number | string)[]): string =>
  `[${shape.map((side) => (typeof side === 'number' ? count(side) : side)).join(', ')}]`;
