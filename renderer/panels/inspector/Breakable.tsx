import { Fragment } from 'react';

/** An address or path that may be broken at its own joints: `alice@` `example.com/` `desk`. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[@/>_|.])/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {piece}
    </Fragment>
  ));
}
