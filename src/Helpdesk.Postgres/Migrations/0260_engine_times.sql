-- What the processes of a cluster write down for each other is timed by the database, not by the machine of whoever writes: the sign of life
-- of one that is ten minutes behind looked like that of a dead one, and a reminder of one that was forty days ahead slept for forty days.
update orleansquery set querytext = replace(querytext, '@StartTime, @IAmAliveTime', 'least(@StartTime, now()), now()')
where querykey = 'InsertMembershipKey';
update orleansquery set querytext = replace(querytext, 'alive_at = @IAmAliveTime', 'alive_at = now()')
where querykey in ('UpdateMembershipKey', 'UpdateIAmAlivetimeKey');
update orleansquery set querytext = replace(
    querytext, '@ReminderName, @StartTime, @Period', '@ReminderName, least(@StartTime, now() + @Period * interval ''1 millisecond''), @Period')
where querykey = 'UpsertReminderRowKey';
