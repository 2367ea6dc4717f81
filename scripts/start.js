// `npm start`: makes the clone ready and becomes the server.
import { bootstrap } from './bootstrap.js';

bootstrap();
await import('../dist/server/main.js');
