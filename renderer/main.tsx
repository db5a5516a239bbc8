import './rpc/zod-without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { followKeys } from './app/follow-keys.ts';
import { createConnection } from './rpc/connection.ts';
import { dialEngine } from './rpc/dial-engine.ts';
import { createEngine } from './rpc/engine.ts';
import '@fontsource-variable/inter/wght.css';
import './ui/base.css';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has lost its #root.');

followKeys(document.documentElement);
const engine = createEngine(createConnection(dialEngine));

createRoot(root).render(
  <StrictMode>
    <App engine={engine} />
  </StrictMode>,
);
