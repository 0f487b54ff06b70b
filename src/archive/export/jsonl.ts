import type { Cell } from '../../core/intake.ts';
import { probabilityText, type Encoder } from './encoder.ts';
import type { ColumnType, ExportColumn } from './schema.ts';

function cellJson(cell: Cell, type: ColumnType): string {
  if (type === 'probability' && cell !== null) return probabilityText(Number(cell));
  return JSON.stringify(cell); // NaN and the infinities, which JSON does not have, become null
}

/**
 * One JSON object a line, cells as the file had them, columns in order. Written by hand, since an object would move a column
 * named "7" to the front and lose one named "__proto__".
 */
export function createJsonlEncoder(columns: readonly ExportColumn[]): Encoder {
  const utf8 = new TextEncoder();
  const keys = columns.map(({ name }, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return {
    start: () => new Uint8Array(),
    rows: (batch) => {
      let text = '';
      for (let row = 0; row < batch[0]!.length; row++) {
        for (let i = 0; i < columns.length; i++) {
          text += keys[i]! + cellJson(batch[i]![row]!, columns[i]!.type);
        }
        text += '}\n';
      }
      return utf8.encode(text);
    },
    end: () => new Uint8Array(),
  };
}
