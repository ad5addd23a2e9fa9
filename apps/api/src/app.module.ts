import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../../../libs/config/src/config.js';
import { ActModule } from './act/act.module.js';
import { AppealModule } from './appeal/appeal.module.js';
import { ApplicationModule } from './application/application.module.js';
import { AppraisalModule } from './appraisal/appraisal.module.js';
import { AuthModule } from './auth/auth.module.js';
import { AwardModule } from './award/award.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CallModule } from './call/call.module.js';
import { BatchModule } from './batch/batch.module.js';
import { ChangeModule } from './change/change.module.js';
import { ClockModule } from './clock/clock.module.js';
import { CommitteeModule } from './committee/committee.module.js';
import { CredentialModule } from './credential/credential.module.js';
import { DocumentModule } from './document/document.module.js';
import { EnvironmentModule } from './environment/environment.module.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { loggingParams } from './logging.js';
import { LabelImportModule } from './label-import/label-import.module.js';
import { MailingModule } from './mailing/mailing.module.js';
import { FinancingModule } from './financing/financing.module.js';
import { MonitoringModule } from './monitoring/monitoring.module.js';
import { NoteModule } from './note/note.module.js';
import { NotificationModule } from './notification/notification.module.js';
import { PanelModule } from './panel/panel.module.js';
import { PeopleModule } from './people/people.module.js';
import { RegisterModule } from './register/register.module.js';
import { RenewalModule } from './renewal/renewal.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SchemeModule } from './scheme/scheme.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { SurveyModule } from './survey/survey.module.js';
import { TaskModule } from './task/task.module.js';
import { ThreadModule } from './thread/thread.module.js';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(loggingParams(config.logLevel)),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: config.api.requestsPerMinute }]),
        EnvironmentModule.with(config),
        AuthModule,
        HealthModule,
        PeopleModule,
        NotificationModule,
        ActModule,
        BatchModule,
        CalendarModule,
        ClockModule,
        CallModule,
        ApplicationModule,
        AppealModule,
        AppraisalModule,
        CommitteeModule,
        PanelModule,
        AwardModule,
        LabelImportModule,
        ChangeModule,
        RegisterModule,
        CredentialModule,
        FinancingModule,
        MonitoringModule,
        RenewalModule,
        RetentionModule,
        SchemeModule,
        StatisticsModule,
        SurveyModule,
        TaskModule,
        ThreadModule,
        NoteModule,
        MailingModule,
        DocumentModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
