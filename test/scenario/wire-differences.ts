/** Where the lab's frames may differ from the captured ones, each with its reason. */

/** What is read differently in the capture before it is compared. */
export interface Rewrite {
  why: string;
  captured: RegExp;
  as: string;
}

/** The whole list: with it, every element on the three ports is the captured one. */
export const REWRITES: readonly Rewrite[] = [
  {
    why: 'the login of XEP-0078 is not played (docs/fidelity.md)',
    captured: /<auth xmlns="http:\/\/jabber.org\/features\/iq-auth"\/>/,
    as: '',
  },
  {
    why: 'the seed’s --sm-plugins take jabber:iq:register away; the captured servers had it',
    captured: /<register xmlns="http:\/\/jabber.org\/features\/iq-register"\/>/,
    as: '',
  },
  {
    why: 'compression is not played (docs/fidelity.md)',
    captured:
      /<compression xmlns="http:\/\/jabber.org\/features\/compress"><method>zlib<\/method><\/compression>/,
    as: '',
  },
  {
    why: 'the captured servers name each mechanism three times, once for each SASL provider that Java had loaded',
    captured: /(<mechanism>PLAIN<\/mechanism><mechanism>ANONYMOUS<\/mechanism>)\1\1/,
    as: '$1',
  },
  {
    why: 'ids that the captured client gave its own requests',
    captured: /<iq id="bind1"/,
    as: '<iq id="bind"',
  },
  {
    why: 'ids that the captured client gave its own requests',
    captured: /<iq id="sess1"/,
    as: '<iq id="session"',
  },
];
