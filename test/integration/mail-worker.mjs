// A worker that only sends mail, as a process of its own so that a test can kill it. Runs what was built.
// Argument: JSON {address, namespace, databaseUrl, smtpUrl}.
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { createMailActivities } from '../../dist/apps/worker/src/mail/mail.activities.js';
import { Post } from '../../dist/apps/worker/src/mail/post.js';
import { openDatabase } from '../../dist/libs/persistence/src/database.js';
import { Outbox } from '../../dist/libs/persistence/src/notification/outbox.js';

Runtime.install({ logger: new DefaultLogger('ERROR') });
const { address, namespace, databaseUrl, smtpUrl } = JSON.parse(process.argv[2]);
const { db } = openDatabase(databaseUrl, { max: 5 });
const post = new Post({ url: smtpUrl, from: 'Label <label@example.org>' });
const connection = await NativeConnection.connect({ address });
const activities = createMailActivities({ outbox: () => new Outbox(db), post, publicUrl: 'https://label.example.org' });
const workflowsPath = fileURLToPath(new URL('../../dist/workflows/dispatch/dispatch.workflow.js', import.meta.url));
const workers = await Promise.all([
  Worker.create({ connection, namespace, taskQueue: 'mail', activities }),
  Worker.create({ connection, namespace, taskQueue: 'dispatch', workflowsPath }),
]);
process.send('ready');
await Promise.all(workers.map((worker) => worker.run()));
