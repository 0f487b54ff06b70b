import { AppError } from '../../core/failure.ts';

/** @param subject what can't be used, as the subject of a sentence. @param detail why, as a sentence */
export function refuse(subject: string, detail: string): never {
  throw new AppError({ code: 'bad-input', subject, detail });
}
