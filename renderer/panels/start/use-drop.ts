import { useEffect, useState, type DragEvent } from 'react';
import { labStore } from '#renderer/store/lab-store.js';
import { useSession } from '../session/use-session.js';
import { SESSION_FILES } from '../session/session-store.js';
import { droppedFiles } from './dropped-files.js';
import type { OpenTopology } from './use-open-topology.js';

export interface Drop {
  /** Something is being dragged over the page. */
  over: boolean;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
}

/** What is dropped on the page is opened: the files of a topology, or one session. */
export function useDrop(opener: OpenTopology): Drop {
  const session = useSession();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const leave = (event: Event): void => {
      if (event instanceof MouseEvent && event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragleave', leave);
    return () => window.removeEventListener('dragleave', leave);
  }, []);
  return {
    over,
    onDragOver: (event) => {
      event.preventDefault();
      setOver(true);
    },
    onDrop: (event) => {
      event.preventDefault();
      setOver(false);
      const files = [...event.dataTransfer.files];
      const saved = files.find(({ name }) => name.endsWith(SESSION_FILES));
      if (!saved) void droppedFiles(event.dataTransfer).then((files) => opener.open('files', { files }));
      else if (files.length === 1) void session.open(saved);
      else labStore.setState({ problem: { code: 'ui.session.drop-alone', params: { name: saved.name } } });
    },
  };
}
