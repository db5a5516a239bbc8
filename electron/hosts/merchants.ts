import type { FromMerchants } from '../../shared/contract/engine-process.ts';
import { startMerchants } from './start-merchants.ts';

/** The demo merchants of the desktop shell, in a process that main forks when an engine first asks for them. */
const port = process.parentPort;
const { merchants } = await startMerchants();
const answering: FromMerchants = { type: 'merchants', merchants };
port.postMessage(answering);
