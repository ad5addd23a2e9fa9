import { Module } from '@nestjs/common';
import { OpenDataController } from './open-data/open-data.controller.js';
import { OpenDataService } from './open-data/open-data.service.js';
import { VerificationController } from './page/verification.controller.js';
import { RegisterController } from './register.controller.js';
import { RegisterService } from './register.service.js';

@Module({ controllers: [RegisterController, OpenDataController, VerificationController], providers: [RegisterService, OpenDataService], exports: [RegisterService] })
export class RegisterModule {}
