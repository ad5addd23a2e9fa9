import { Module } from '@nestjs/common';
import { MailingController } from './mailing.controller.js';
import { MailingService } from './mailing.service.js';

@Module({ controllers: [MailingController], providers: [MailingService] })
export class MailingModule {}
