/** E1: the component and the server know different passwords (§6.1). */
import { fieldRange } from '#core/shared/config/external.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { dialledServers } from './dialled-servers.js';

export const componentSecretDiffers: LintRule = {
  code: 'E1',
  run: (view) =>
    dialledServers(view).flatMap(({ link: { source }, accept, params }) => {
      if (accept === undefined || accept.item.secret === source.item.secret) return [];
      const range = fieldRange(source, 'secret');
      const related = [{ range: fieldRange(accept, 'secret') }];
      return [
        report(
          'error',
          range,
          { ...params, version: view.profile },
          { related, ...replacing(range, accept.item.secret) },
        ),
      ];
    }),
};
