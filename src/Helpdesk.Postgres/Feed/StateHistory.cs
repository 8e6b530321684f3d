namespace Helpdesk.Postgres.Feed;

/// <summary>
/// States from their events. Folding a stream gives the very state that stands in its row, so what cannot be read there is had from here;
/// the next change writes the row anew.
/// </summary>
internal static class StateHistory
{
    extension(Database database)
    {
        /// <exception cref="UnreadableException">Nor can one of the events; or there are none.</exception>
        public async Task<TState> Rebuilt<TState, TEvent>(TenantId tenant, Guid stream, int upTo = int.MaxValue)
            where TState : class, IAggregate<TState, TEvent> =>
            await database.Fold<TState, TEvent>(tenant, stream, upTo, isWhole: true)
                ?? throw new UnreadableException($"The {TState.Kind} {stream} cannot be had from its events.");

        /// <summary>The state as it is stored, or from its events.</summary>
        /// <param name="read">Of what the row holds; <c>null</c>: it could not be read.</param>
        /// <inheritdoc cref="Rebuilt{TState, TEvent}"/>
        public ValueTask<TState> OrRebuilt<TState, TEvent>(TState? read, TenantId tenant, Guid stream)
            where TState : class, IAggregate<TState, TEvent> =>
            read is not null ? new(read) : new(database.Rebuilt<TState, TEvent>(tenant, stream));

        /// <summary>
        /// What can be read of the events, the others passed over; <c>null</c>: nothing can. For what everybody of a tenant needs, and
        /// never for what is written afterwards.
        /// </summary>
        public Task<TState?> RoughlyRebuilt<TState, TEvent>(TenantId tenant, Guid stream)
            where TState : class, IAggregate<TState, TEvent> =>
            database.Fold<TState, TEvent>(tenant, stream, int.MaxValue, isWhole: false);

        private Task<TState?> Fold<TState, TEvent>(TenantId tenant, Guid stream, int upTo, bool isWhole)
            where TState : class, IAggregate<TState, TEvent> => Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(tenant);
            batch.Add("select version, at, actor, kind, data from event where tenant_id = $1 and stream_id = $2 and version <= $3 "
                + "order by version").With(tenant.Value).With(stream).With(upTo);
            await using var reader = await batch.ReadAsync(CancellationToken.None);
            TState? state = null;
            while (await reader.ReadAsync(CancellationToken.None))
            {
                try
                {
                    state = TState.Apply(state, AggregateStore<TState, TEvent>.ReadEvent(reader, 0));
                }
                catch (Exception unfit) when (!Storage.IsUnreachable(unfit))
                {
                    // It cannot be read, or does not follow from what could be.
                    if (isWhole)
                        return null;
                }
            }

            return state;
        });
    }
}
