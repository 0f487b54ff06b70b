import { AppError, type Failure } from '../core/failure.ts';
import { PRIORITIES, type Priority, type Scored } from '../core/protocol.ts';
import type { ScoreOptions } from '../core/scorer.ts';

/** One chunk of work for one worker. */
export interface Job {
  texts: readonly string[];
  pieces: boolean;
  /** Key of the model that must answer, if it matters. */
  model: string | undefined;
  /** Whether a stand-in may do it. */
  standIn: boolean;
  cascade: ScoreOptions['cascade'];
  priority: Priority;
  signal: AbortSignal | undefined;
  resolve: (answer: { scored: Scored; sentAt: number }) => void;
  reject: (error: AppError) => void;
}

interface Waiting {
  job: Job;
  leave: () => void;
}

/** Jobs by priority, first come, first served within one. A job whose signal aborts leaves the queue at once. */
export function createQueue() {
  const waiting: Record<Priority, Set<Waiting>> = {
    live: new Set(),
    detail: new Set(),
    batch: new Set(),
  };

  function add(job: Job) {
    const line = waiting[job.priority];
    const place: Waiting = {
      job,
      leave() {
        line.delete(place);
        job.reject(new AppError({ code: 'cancelled', detail: 'given up while waiting' }));
      },
    };
    line.add(place);
    job.signal?.addEventListener('abort', place.leave);
  }

  /** @param fits which jobs are asked for; all when absent */
  const take = (
    of: readonly Priority[] = PRIORITIES,
    fits: (job: Job) => boolean = () => true,
  ): Job | undefined => {
    for (const priority of of) {
      for (const place of waiting[priority]) {
        const { job, leave } = place;
        if (!fits(job)) continue;
        waiting[priority].delete(place);
        // From here the worker is told by the connection. And the signal of a run of hours would hold every text of it.
        job.signal?.removeEventListener('abort', leave);
        return job;
      }
    }
    return undefined;
  };

  function rejectAll(failure: Failure, fits?: (job: Job) => boolean) {
    for (let job = take(PRIORITIES, fits); job; job = take(PRIORITIES, fits))
      job.reject(new AppError(failure));
  }

  return { add, take, rejectAll };
}
