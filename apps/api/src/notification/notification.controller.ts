import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { CurrentCaller, type Caller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Paged, type Page } from '../http/page.js';
import { MyNotificationDto, MyNotificationQuery, myNotificationDto, NotificationDto, NotificationQuery, notificationDto } from './notification.dto.js';
import { NotificationService } from './notification.service.js';

@ApiTags('notifications')
@Controller()
export class NotificationController {
  constructor(private readonly notifications: NotificationService) {}

  @ApiOperation({ summary: 'Every notification with its state, the newest first.' })
  @Get('notifications') @Access('operator', 'secretariat') @Paged(NotificationDto)
  list(@Query() query: NotificationQuery): Promise<Page<NotificationDto>> {
    const { state, subject, template } = query;
    return this.notifications.list({ state, subject, template }, query, notificationDto);
  }

  @ApiOperation({ summary: 'What the caller was told.' })
  @Get('me/notifications') @Access('signed-in') @Paged(MyNotificationDto)
  mine(@CurrentCaller() caller: Caller, @Query() query: MyNotificationQuery): Promise<Page<MyNotificationDto>> {
    const { state, subject } = query;
    return this.notifications.list({ state, subject, personId: caller.personId }, query, myNotificationDto);
  }

  @ApiOperation({ summary: 'Sends a failed or suppressed notification again, under the same Message-ID.' })
  @Post('notifications/:id/resend') @HttpCode(200) @Access('operator') @HasId() @ApiOkResponse({ type: NotificationDto })
  resend(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<NotificationDto> {
    return this.notifications.resend(id, caller.personId);
  }
}
