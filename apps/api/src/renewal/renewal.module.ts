import { Module } from '@nestjs/common';
import { RenewalController } from './renewal.controller.js';
import { RenewalService } from './renewal.service.js';

@Module({ controllers: [RenewalController], providers: [RenewalService] })
export class RenewalModule {}
