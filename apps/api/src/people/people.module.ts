import { Module } from '@nestjs/common';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PoleController } from './pole.controller.js';
import { PoleService } from './pole.service.js';
import { ReassignmentController } from './reassignment.controller.js';
import { ReassignmentService } from './reassignment.service.js';
import { StructureController } from './structure.controller.js';

@Module({ controllers: [PeopleController, PoleController, ReassignmentController, StructureController], providers: [PeopleService, PoleService, ReassignmentService], exports: [PoleService] })
export class PeopleModule {}
