-- Tables of Orleans, which runs the grains. They hold no history of ours: where silos are, reminders, and documents
-- that may be lost to the last write. No tenant column: rows are reached only by the key of a grain, which carries the tenant.
--
-- The providers run only the texts in orleansquery. The names of its columns, of the parameters and of the result columns are theirs, the SQL is ours.
create table orleansquery (
    querykey  text primary key,
    querytext text not null
);
grant select on orleansquery to helpdesk_app;

-- Documents of grains (IPersistentState). A key that looks like a Guid or a number comes in the number columns, any other in grain_key.
create table orleans_storage (
    service_id  text        not null,
    state_name  text        not null,
    grain_n0    bigint      not null,
    grain_n1    bigint      not null,
    grain_key   text        not null,
    version     integer     not null,
    document    bytea,
    modified_at timestamptz not null default now(),
    primary key (service_id, state_name, grain_n0, grain_n1, grain_key)
);
comment on column orleans_storage.document is 'Null after the document was cleared; the version goes on.';
grant select, insert, update, delete on orleans_storage to helpdesk_app;

-- No row in the answer means: somebody else has written since.
insert into orleansquery (querykey, querytext) values
('ReadFromStorageKey', $sql$
    select document as PayloadBinary, version as Version
    from orleans_storage
    where service_id = @ServiceId and state_name = @GrainTypeString
      and grain_n0 = @GrainIdN0 and grain_n1 = @GrainIdN1 and grain_key = coalesce(@GrainIdExtensionString::text, '')
$sql$),
('WriteToStorageKey', $sql$
    with changed as (
        update orleans_storage set document = @PayloadBinary, version = version + 1, modified_at = now()
        where service_id = @ServiceId and state_name = @GrainTypeString
          and grain_n0 = @GrainIdN0 and grain_n1 = @GrainIdN1 and grain_key = coalesce(@GrainIdExtensionString::text, '')
          and version = @GrainStateVersion::integer
        returning version
    ), added as (
        insert into orleans_storage (service_id, state_name, grain_n0, grain_n1, grain_key, version, document)
        select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString::text, ''), 1, @PayloadBinary
        where @GrainStateVersion::integer is null
        on conflict do nothing
        returning version
    )
    select version as NewGrainStateVersion from changed union all select version from added
$sql$),
('ClearStorageKey', $sql$
    update orleans_storage set document = null, version = version + 1, modified_at = now()
    where service_id = @ServiceId and state_name = @GrainTypeString
      and grain_n0 = @GrainIdN0 and grain_n1 = @GrainIdN1 and grain_key = coalesce(@GrainIdExtensionString::text, '')
      and version = @GrainStateVersion::integer
    returning version as NewGrainStateVersion
$sql$),
('DeleteStorageKey', $sql$
    delete from orleans_storage
    where service_id = @ServiceId and state_name = @GrainTypeString
      and grain_n0 = @GrainIdN0 and grain_n1 = @GrainIdN1 and grain_key = coalesce(@GrainIdExtensionString::text, '')
      and version = @GrainStateVersion::integer
    returning version + 1 as NewGrainStateVersion
$sql$);

-- Reminders. Silos divide them among themselves by ranges of the hash.
create table orleans_reminder (
    service_id text        not null,
    grain_id   text        not null,
    name       text        not null,
    start_at   timestamptz not null,
    period_ms  bigint      not null check (period_ms > 0),
    grain_hash integer     not null,
    version    integer     not null,
    primary key (service_id, grain_id, name)
);
create index orleans_reminder_hash on orleans_reminder (service_id, grain_hash);
grant select, insert, update, delete on orleans_reminder to helpdesk_app;

insert into orleansquery (querykey, querytext) values
('UpsertReminderRowKey', $sql$
    insert into orleans_reminder (service_id, grain_id, name, start_at, period_ms, grain_hash, version)
    values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    on conflict (service_id, grain_id, name) do update
    set start_at = excluded.start_at, period_ms = excluded.period_ms, grain_hash = excluded.grain_hash, version = orleans_reminder.version + 1
    returning version as Version
$sql$),
('ReadReminderRowsKey', $sql$
    select grain_id as GrainId, name as ReminderName, start_at as StartTime, period_ms as Period, version as Version
    from orleans_reminder where service_id = @ServiceId and grain_id = @GrainId
$sql$),
('ReadReminderRowKey', $sql$
    select grain_id as GrainId, name as ReminderName, start_at as StartTime, period_ms as Period, version as Version
    from orleans_reminder where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName
$sql$),
('ReadRangeRows1Key', $sql$
    select grain_id as GrainId, name as ReminderName, start_at as StartTime, period_ms as Period, version as Version
    from orleans_reminder where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$sql$),
('ReadRangeRows2Key', $sql$
    select grain_id as GrainId, name as ReminderName, start_at as StartTime, period_ms as Period, version as Version
    from orleans_reminder where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$sql$),
('DeleteReminderRowKey', $sql$
    with gone as (
        delete from orleans_reminder where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName and version = @Version
        returning 1
    )
    select count(*)::integer from gone
$sql$),
('DeleteReminderRowsKey', $sql$
    delete from orleans_reminder where service_id = @ServiceId
$sql$);

-- Which silos there are. Every change goes through the one version row of the deployment, so that two silos never change the list at once.
create table orleans_membership_version (
    deployment_id text        primary key,
    version       integer     not null default 0,
    changed_at    timestamptz not null default now()
);
create table orleans_membership (
    deployment_id text        not null references orleans_membership_version,
    address       text        not null,
    port          integer     not null,
    generation    integer     not null,
    silo_name     text        not null,
    host_name     text        not null,
    status        integer     not null,
    proxy_port    integer,
    suspect_times text,
    started_at    timestamptz not null,
    alive_at      timestamptz not null,
    primary key (deployment_id, address, port, generation)
);
grant select, insert, update, delete on orleans_membership_version, orleans_membership to helpdesk_app;

-- Row counts are 0 or 1: whether the change was made.
insert into orleansquery (querykey, querytext) values
('InsertMembershipVersionKey', $sql$
    with added as (
        insert into orleans_membership_version (deployment_id) values (@DeploymentId) on conflict do nothing returning 1
    )
    select count(*)::integer from added
$sql$),
('InsertMembershipKey', $sql$
    with moved as (
        update orleans_membership_version set version = version + 1, changed_at = now()
        where deployment_id = @DeploymentId and version = @Version
          and not exists (
            select from orleans_membership
            where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
        returning 1
    ), added as (
        insert into orleans_membership (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, started_at, alive_at)
        select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from moved
        returning 1
    )
    select count(*)::integer from added
$sql$),
('UpdateMembershipKey', $sql$
    with moved as (
        update orleans_membership_version set version = version + 1, changed_at = now()
        where deployment_id = @DeploymentId and version = @Version
          and exists (
            select from orleans_membership
            where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
        returning 1
    ), changed as (
        update orleans_membership set status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime
        where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation and exists (select from moved)
        returning 1
    )
    select count(*)::integer from changed
$sql$),
('UpdateIAmAlivetimeKey', $sql$
    update orleans_membership set alive_at = @IAmAliveTime
    where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$sql$),
('MembershipReadRowKey', $sql$
    select v.deployment_id as DeploymentId, m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName,
           m.host_name as HostName, m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes,
           m.started_at as StartTime, m.alive_at as IAmAliveTime, v.version as Version
    from orleans_membership_version v
    left join orleans_membership m
      on m.deployment_id = v.deployment_id and m.address = @Address and m.port = @Port and m.generation = @Generation
    where v.deployment_id = @DeploymentId
$sql$),
('MembershipReadAllKey', $sql$
    select v.deployment_id as DeploymentId, m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName,
           m.host_name as HostName, m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes,
           m.started_at as StartTime, m.alive_at as IAmAliveTime, v.version as Version
    from orleans_membership_version v
    left join orleans_membership m on m.deployment_id = v.deployment_id
    where v.deployment_id = @DeploymentId
$sql$),
('GatewaysQueryKey', $sql$
    select address as Address, proxy_port as ProxyPort, generation as Generation
    from orleans_membership where deployment_id = @DeploymentId and status = @Status and proxy_port > 0
$sql$),
('DeleteMembershipTableEntriesKey', $sql$
    delete from orleans_membership where deployment_id = @DeploymentId;
    delete from orleans_membership_version where deployment_id = @DeploymentId
$sql$),
('CleanupDefunctSiloEntriesKey', $sql$
    delete from orleans_membership where deployment_id = @DeploymentId and alive_at < @IAmAliveTime and status <> 3
$sql$);

-- By which the processes of one cluster know each other (TLS between silos, and between silos and apis).
create table cluster_certificate (
    id             text        primary key,
    certificate    bytea       not null,
    private_key    bytea       not null,
    shown_from     timestamptz not null,
    accepted_until timestamptz not null
);
comment on column cluster_certificate.id is 'SHA-256 of the public key, in hex.';
comment on column cluster_certificate.private_key is 'PKCS#8, sealed with the master key, which is not in the database.';
grant select, insert, delete on cluster_certificate to helpdesk_app;
