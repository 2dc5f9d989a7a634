/** `digits · 10^-scale`, read from the shortest way to write a number, which is the one people typed. */
function decimalOf(value: number): { readonly digits: string; readonly scale: number } {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return { digits: sign + whole + fraction, scale: fraction.length - Number(exponent) };
}

/**
 * Whether numbers are whole multiples of `step` as decimals: 0.29 is one of 0.01 although the binary quotient is not
 * whole. Exact for all finite numbers.
 */
export function multipleTest(step: number): (value: number) => boolean {
  const { digits, scale } = decimalOf(step);
  const places = Math.max(0, scale);
  const power = Math.pow(10, places);
  const whole = Number(digits) * Math.pow(10, places - scale);
  const small = places <= 15 && Number.isSafeInteger(whole);
  return (value) => {
    const scaled = Math.round(value * power);
    // A number that survives the way there and back has no more decimal places than the step.
    if (small && Number.isSafeInteger(scaled)) return scaled / power === value && scaled % whole === 0;
    return isMultiple(value, step);
  };
}

function isMultiple(value: number, step: number): boolean {
  const a = decimalOf(value);
  const b = decimalOf(step);
  const scale = Math.max(a.scale, b.scale);
  const whole = (decimal: typeof a) => BigInt(decimal.digits + '0'.repeat(scale - decimal.scale));
  return whole(a) % whole(b) === BigInt(0);
}
