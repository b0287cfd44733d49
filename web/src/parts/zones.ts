/** Every IANA zone that this browser knows, with its name as the label and for search. */
export const zoneOptions = () =>
  Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const usual = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'SGD', 'KRW', 'AUD'];

/** Currencies by name, those that shops of our readers use first. */
export function currencyOptions(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const rest = Intl.supportedValuesOf('currency').filter((code) => !usual.includes(code));
  return [...usual, ...rest].map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
