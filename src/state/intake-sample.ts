import { AppError } from '../core/failure.ts';

/** Our own labelled reviews, as they lie beside the page. */
export const SAMPLES = ['reviews.csv', 'reviews-hard.csv'] as const;
export type SampleName = (typeof SAMPLES)[number];

/** @throws AppError offline or file-missing; an AbortError once `signal` aborts */
export async function fetchSample(
  url: string,
  name: SampleName,
  signal: AbortSignal,
): Promise<File> {
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new AppError({ code: 'offline', detail: String(error), subject: name });
  });
  if (!response.ok)
    throw new AppError({
      code: 'file-missing',
      detail: `HTTP ${response.status} for ${url}`,
      subject: name,
    });
  return new File([await response.blob()], name, { type: 'text/csv' });
}
