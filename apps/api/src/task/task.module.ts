import { Module } from '@nestjs/common';
import { TaskController } from './task.controller.js';
import { TaskLinkController } from './task-link.controller.js';
import { TaskService } from './task.service.js';

@Module({ controllers: [TaskController, TaskLinkController], providers: [TaskService] })
export class TaskModule {}
