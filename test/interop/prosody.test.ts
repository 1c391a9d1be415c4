import { describeRealServer } from '../support/real-server-tests.js';

describeRealServer('prosody');
