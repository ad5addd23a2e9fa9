import { Module } from '@nestjs/common';
import { ApplicationModule } from '../application/application.module.js';
import { CallModule } from '../call/call.module.js';
import { PeopleModule } from '../people/people.module.js';
import { TaskController } from './task.controller.js';
import { TaskLinkController } from './task-link.controller.js';
import { TaskLinkService } from './task-link.service.js';
import { TaskService } from './task.service.js';

@Module({ imports: [ApplicationModule, CallModule, PeopleModule], controllers: [TaskController, TaskLinkController], providers: [TaskService, TaskLinkService] })
export class TaskModule {}
