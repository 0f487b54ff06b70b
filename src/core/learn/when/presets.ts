import type { TypedJob } from './read-job.ts';

/** All but the workers, which are those of the machine. */
type Preset = { name: string; job: Omit<TypedJob, 'workers'> };

export const PRESETS: readonly Preset[] = [
  {
    name: 'A million customers, scored every night',
    job: {
      reviewsPerDay: '1,000,000',
      waitedFor: '0',
      peakPerSecond: '0',
      patience: { value: '1', unit: 's' },
      interval: { value: '1', unit: 'd' },
      window: { value: '8', unit: 'h' },
    },
  },
  {
    name: 'An offer during a support call',
    job: {
      reviewsPerDay: '20,000',
      waitedFor: '100',
      peakPerSecond: '2',
      patience: { value: '500', unit: 'ms' },
      interval: { value: '1', unit: 'd' },
      window: { value: '8', unit: 'h' },
    },
  },
  {
    name: 'Next-day recommendations of a streaming service',
    job: {
      reviewsPerDay: '250,000',
      waitedFor: '0',
      peakPerSecond: '0',
      patience: { value: '1', unit: 's' },
      interval: { value: '1', unit: 'd' },
      window: { value: '6', unit: 'h' },
    },
  },
  {
    name: 'Weekly sentiment of product reviews',
    job: {
      reviewsPerDay: '2,000',
      waitedFor: '0',
      peakPerSecond: '0',
      patience: { value: '1', unit: 's' },
      interval: { value: '7', unit: 'd' },
      window: { value: '1', unit: 'h' },
    },
  },
  {
    name: 'A shop: angry reviews at once, a report each morning',
    job: {
      reviewsPerDay: '50,000',
      waitedFor: '20',
      peakPerSecond: '1',
      patience: { value: '2', unit: 's' },
      interval: { value: '1', unit: 'd' },
      window: { value: '2', unit: 'h' },
    },
  },
];

export const isChosen = ({ job }: Preset, now: TypedJob): boolean =>
  JSON.stringify({ ...now, ...job }) === JSON.stringify(now);
