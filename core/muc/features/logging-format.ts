import { listFeature } from './feature.js';

/** Only kept. §8.7: `xml` is known but not offered. */
export const loggingFormat = listFeature<'html' | 'plain'>({
  field: 'logging_format',
  label: 'Format of the log',
  standard: 'html',
  options: { html: 'HTML', plain: 'Plain text' },
});
