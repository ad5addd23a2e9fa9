import { Module } from '@nestjs/common';
import { ApplicationModule } from '../application/application.module.js';
import { RenewalController } from './renewal.controller.js';
import { RenewalService } from './renewal.service.js';

@Module({ imports: [ApplicationModule], controllers: [RenewalController], providers: [RenewalService] })
export class RenewalModule {}
