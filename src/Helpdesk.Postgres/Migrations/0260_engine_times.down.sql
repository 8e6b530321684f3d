update orleansquery set querytext = replace(querytext, 'least(@StartTime, now()), now()', '@StartTime, @IAmAliveTime')
where querykey = 'InsertMembershipKey';
update orleansquery set querytext = replace(querytext, 'alive_at = now()', 'alive_at = @IAmAliveTime')
where querykey in ('UpdateMembershipKey', 'UpdateIAmAlivetimeKey');
update orleansquery set querytext = replace(
    querytext, '@ReminderName, least(@StartTime, now() + @Period * interval ''1 millisecond''), @Period', '@ReminderName, @StartTime, @Period')
where querykey = 'UpsertReminderRowKey';
