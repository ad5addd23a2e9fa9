import { Module } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { SurveyLinks } from '../../../../libs/persistence/src/survey/survey-links.js';
import { CONFIG } from '../environment/tokens.js';
import { FileStore } from '../application/file-store.js';
import { FirmController } from './firm.controller.js';
import { FirmService } from './firm.service.js';
import { OwnFileController } from './own-file.controller.js';
import { OwnFileService } from './own-file.service.js';
import { QuestionnairePageController } from './page/questionnaire-page.controller.js';
import { QuestionnaireController } from './questionnaire.controller.js';
import { QuestionnaireService } from './questionnaire.service.js';
import { SurveyActService } from './survey-act.service.js';
import { SurveyController } from './survey.controller.js';
import { SurveyService } from './survey.service.js';

@Module({
  controllers: [SurveyController, FirmController, OwnFileController, QuestionnaireController, QuestionnairePageController],
  providers: [
    SurveyService, SurveyActService, FirmService, OwnFileService, QuestionnaireService, FileStore,
    { provide: SurveyLinks, useFactory: (config: Config) => new SurveyLinks(config.sessionSecret), inject: [CONFIG] },
  ],
})
export class SurveyModule {}
