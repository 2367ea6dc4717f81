#!/usr/bin/env node
// `npx izdoo …`: makes the clone ready and becomes the command-line tool.
import { bootstrap } from './bootstrap.js';

bootstrap();
await import('../dist/server/cli.js');
