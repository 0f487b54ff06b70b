const PAGE = 65_536;
/** The start of memory stays free: no array of ours has address 0. */
const FIRST = 64;

/** Memory of fixed size that is given out from its beginning and never taken back. */
export interface Arena {
  memory: WebAssembly.Memory;
  /**
   * Zeroed room, aligned to 64 bytes.
   *
   * @returns its address
   * @throws RangeError when none is left
   */
  take: (bytes: number) => number;
  /** Room for floats, filled. @returns its address */
  put: (floats: ArrayLike<number>) => number;
  /** Moves the end of what was taken last, whose size shows only once it is written. */
  endAt: (address: number) => void;
}

/** @throws RangeError when the browser has no such memory to give */
export function createArena(bytes: number): Arena {
  const pages = Math.ceil((bytes + FIRST) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  let top = FIRST;

  function take(size: number) {
    const address = top;
    endAt(address + size);
    return address;
  }

  function endAt(address: number) {
    if (address > memory.buffer.byteLength)
      throw new RangeError(`the kernel's memory of ${memory.buffer.byteLength} bytes is full`);
    top = Math.ceil(address / 64) * 64;
  }

  return {
    memory,
    take,
    endAt,
    put(floats) {
      const address = take(floats.length * 4);
      new Float32Array(memory.buffer, address, floats.length).set(floats);
      return address;
    },
  };
}
