// Everywhere pmin and pmax: min and max, with their rules for NaN and -0, are ten instructions on x86.

/** 1.5 x 2^23: added to a float under 2^22, it leaves the float's nearest integer (ties to even) in the low bits. */
const ROUNDER: f32 = 12582912.0;
const ROUNDER_BITS: i32 = 0x4b400000;

@inline export function sumOf(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

@inline export function largestOf(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

@inline export function smallestOf(v: v128): f32 {
  return min(
    min(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    min(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** Four floats under 2^22 to the nearest integers, in two instructions that every build has. */
@inline export function rounded(v: v128): v128 {
  return i32x4.sub(f32x4.add(v, f32x4.splat(ROUNDER)), i32x4.splat(ROUNDER_BITS));
}

/**
 * 2^v for v up to 127; anything under -126 counts as -126. The integer part goes into the exponent's bits, the rest
 * through a polynomial fitted for least relative error on [-0.5, 0.5] (3e-6).
 */
@inline export function exp2(v: v128): v128 {
  const x = f32x4.pmax(v, f32x4.splat(-126.0));
  const shifted = f32x4.add(x, f32x4.splat(ROUNDER));
  const rest = f32x4.sub(x, f32x4.sub(shifted, f32x4.splat(ROUNDER)));
  let p = f32x4.splat(0.009570096662359818);
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.05591785990733183));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.2402474495748005));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.6931218148135347));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.9999992614066945));
  return i32x4.add(p, i32x4.shl(shifted, 23)); // adds the integer to p's exponent
}
