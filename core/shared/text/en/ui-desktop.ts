/** Sentences of the window: desktop. */
export const uiDesktopEn = {
  'ui.desktop.not-as-root':
    'Electron does not run as root; start it as an ordinary user for a window of its own',
  'ui.desktop.menu-app': 'Cluster Lab',
  'ui.desktop.menu-edit': 'Edit',
  'ui.desktop.menu-view': 'View',
  'ui.desktop.quit': 'Quit',
  'ui.desktop.undo': 'Undo',
  'ui.desktop.redo': 'Redo',
  'ui.desktop.cut': 'Cut',
  'ui.desktop.copy': 'Copy',
  'ui.desktop.paste': 'Paste',
  'ui.desktop.select-all': 'Select all',
  'ui.desktop.zoom-in': 'Zoom in',
  'ui.desktop.zoom-out': 'Zoom out',
  'ui.desktop.zoom-reset': 'Actual size',
  'ui.desktop.full-screen': 'Full screen',
  'ui.desktop.reload': 'Reload the window',
  'ui.desktop.not-opened': '{path} could not be opened',
} as const;
