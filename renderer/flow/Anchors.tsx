import { Handle, Position } from '@xyflow/react';
import styles from './Anchors.module.css';

/** React Flow draws a line only between handles; ours lie unseen in the middle, lines end at the border by themselves. */
export function Anchors() {
  return (
    <>
      <Handle
        type="source"
        position={Position.Top}
        isConnectable={false}
        className={styles.anchor}
        aria-hidden
      />
      <Handle
        type="target"
        position={Position.Top}
        isConnectable={false}
        className={styles.anchor}
        aria-hidden
      />
    </>
  );
}
