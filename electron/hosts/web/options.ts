import { parseArgs } from 'node:util';
import { messageOf, UnstuckError } from '../../../shared/errors.ts';

const USAGE = 'usage: npm start -- [--home DIR] [--port PORT] [--demo | --own] [--no-open]';

/** What the web host is started with. @throws UnstuckError `bad_input` with the usage */
export function webOptions() {
  try {
    const { values } = parseArgs({
      options: {
        home: { type: 'string' },
        port: { type: 'string', default: '0' },
        demo: { type: 'boolean', default: false },
        own: { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error('--port must be from 0 to 65535');
    return {
      home: values.home,
      port,
      demo: values.demo,
      own: values.own,
      open: values.open && !values['no-open'],
    };
  } catch (thrown) {
    const message = messageOf(thrown);
    throw new UnstuckError('bad_input', `${message}; ${USAGE}`);
  }
}
