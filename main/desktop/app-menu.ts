/** The native menu: what the keyboard expects of any program, in the user's language. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { renderText, type Language } from '#core/shared/text/render.js';
import type { TextKey } from '#core/shared/text/en.js';

type Role = NonNullable<MenuItemConstructorOptions['role']>;
type Line = readonly [Role, TextKey] | 'separator';

const QUIT: readonly Line[] = [['quit', 'ui.desktop.quit']];
const EDIT: readonly Line[] = [
  ['undo', 'ui.desktop.undo'],
  ['redo', 'ui.desktop.redo'],
  'separator',
  ['cut', 'ui.desktop.cut'],
  ['copy', 'ui.desktop.copy'],
  ['paste', 'ui.desktop.paste'],
  ['selectAll', 'ui.desktop.select-all'],
];
const VIEW: readonly Line[] = [
  ['zoomIn', 'ui.desktop.zoom-in'],
  ['zoomOut', 'ui.desktop.zoom-out'],
  ['resetZoom', 'ui.desktop.zoom-reset'],
  'separator',
  ['togglefullscreen', 'ui.desktop.full-screen'],
  ['reload', 'ui.desktop.reload'],
];

export function setAppMenu(lang: Language): void {
  const menu = (label: TextKey, lines: readonly Line[]): MenuItemConstructorOptions => ({
    label: renderText(lang, label),
    submenu: lines.map((line) =>
      line === 'separator' ? { type: 'separator' } : { role: line[0], label: renderText(lang, line[1]) },
    ),
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      menu('ui.desktop.menu-app', QUIT),
      menu('ui.desktop.menu-edit', EDIT),
      menu('ui.desktop.menu-view', VIEW),
    ]),
  );
}
