/** Reviews that come by themselves, at random moments (a Poisson process), and whoever answers them. */
export interface Arrivals {
  /** A second on average, 0 or more. */
  rate: number;
  /** Mean seconds of work for one, above 0. */
  service: number;
  /** At least 1; each answers one review at a time, first come, first served. */
  workers: number;
}

/** How long reviews stand in the queue before their turn. */
export interface Waits {
  /** Work that comes in over the work that can be done; from 1 on the queue grows for ever. */
  utilisation: number;
  /** Probability of having to wait at all, 0 to 1: Erlang's C. */
  chance: number;
  /** Seconds; Infinity where the queue grows for ever. */
  mean: number;
  /** Seconds that a share `p` of the reviews, 0 to 1, waits at most. */
  within: (p: number) => number;
}

/**
 * Waits of an M/M/c queue: Poisson arrivals, c workers, and service times that vary as much as exponential ones do (Erlang
 * 1917; Kleinrock 1975, Queueing Systems I, chapter 3). Times that vary less, as those of reviews do, wait less: by half with
 * one worker and times all alike. So these waits are rather too long than too short.
 */
export function waitsOf({ rate, service, workers }: Arrivals): Waits {
  const load = rate * service;
  const utilisation = load / workers;
  if (utilisation >= 1) return { utilisation, chance: 1, mean: Infinity, within: () => Infinity };
  const chance = erlangC(load, workers);
  const spare = workers / service - rate; // reviews a second that could be answered beside
  return {
    utilisation,
    chance,
    mean: chance / spare,
    within: (p) => (chance > 1 - p ? Math.log(chance / (1 - p)) / spare : 0),
  };
}

/**
 * Probability that all workers are busy when a review comes, by the recursion of Erlang's B, which overflows for no number
 * of workers.
 *
 * @param load rate times service, under `workers`
 */
export function erlangC(load: number, workers: number): number {
  let lost = 1;
  for (let c = 1; c <= workers; c++) lost = (load * lost) / (c + load * lost);
  const utilisation = load / workers;
  return lost / (1 - utilisation * (1 - lost));
}

/** More workers than this are looked for in vain. */
const MOST_WORKERS = 100_000;

/**
 * Fewest workers with which a share `p` stands in the queue for at most `longest` seconds.
 *
 * @returns undefined where `longest` is under 0, or a hundred thousand workers are too few
 */
export function workersFor(
  { rate, service }: Omit<Arrivals, 'workers'>,
  p: number,
  longest: number,
): number | undefined {
  if (longest < 0) return undefined;
  const load = rate * service;
  let lost = 1;
  for (let c = 1; c <= MOST_WORKERS; c++) {
    lost = (load * lost) / (c + load * lost);
    if (load >= c) continue;
    const chance = lost / (1 - (load / c) * (1 - lost));
    const wait = chance > 1 - p ? Math.log(chance / (1 - p)) / (c / service - rate) : 0;
    if (wait <= longest) return c;
  }
  return undefined;
}
