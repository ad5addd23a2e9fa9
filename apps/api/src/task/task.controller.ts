import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { type Page, Paged } from '../http/page.js';
import { TaskDto, TaskQueryDto } from './task.dto.js';
import { TaskService } from './task.service.js';

@ApiTags('tasks')
@Controller('me/tasks')
@Access('signed-in')
export class TaskController {
  constructor(private readonly tasks: TaskService) {}

  @ApiOperation({ summary: 'What you are asked to do now, the most urgent first.' })
  @Get() @Paged(TaskDto)
  list(@CurrentCaller() caller: Caller, @Query() query: TaskQueryDto): Promise<Page<TaskDto>> {
    return this.tasks.list(caller, query);
  }
}
