import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { Outbox } from '../../../../libs/persistence/src/notification/outbox.js';
import { SurveyLinks } from '../../../../libs/persistence/src/survey/survey-links.js';
import { Doorbell } from './doorbell.js';
import { createMailActivities } from './mail.activities.js';
import { Post } from './post.js';

/** Injects the activities object of the task queue `mail` (`DispatchActivities`). */
export const MAIL_ACTIVITIES = Symbol('MailActivities');

/** What sends mail. Its Temporal worker must have stopped before this closes the connections. */
@Module({})
export class MailModule implements OnApplicationShutdown {
  constructor(@Inject(Post) private readonly post: Post) {}

  static with({ config, db }: { config: Config; db: Database }): DynamicModule {
    return {
      module: MailModule,
      providers: [
        Doorbell,
        { provide: Post, useFactory: () => new Post(config.smtp) },
        {
          provide: MAIL_ACTIVITIES,
          useFactory: (post: Post, doorbell: Doorbell) => createMailActivities({ outbox: () => new Outbox(db), post, publicUrl: config.api.publicUrl, surveyLinks: new SurveyLinks(config.sessionSecret), doorbell }),
          inject: [Post, Doorbell],
        },
      ],
      exports: [MAIL_ACTIVITIES, Doorbell],
    };
  }

  onApplicationShutdown(): void {
    this.post.close();
  }
}
