using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// Hands out numbers from a block that was reserved in the record before. A crash loses the rest of a block: gaps are allowed, repeats are not.
/// </summary>
public sealed class TicketNumberGrain(ITicketStore store) : Grain, ITicketNumberGrain
{
    /// <summary>Numbers reserved at once: the first block is small, so that a quiet tenant has few gaps; a busy one writes rarely.</summary>
    private const int SmallestBlock = 10;
    private const int LargestBlock = 1_000;

    private int blockSize = SmallestBlock;
    private NumberBlock? block;
    private long next;

    public async Task<Answer<string>> Next(CancellationToken cancellation)
    {
        if (block is null || next > block.Last)
        {
            try
            {
                block = await store.ReserveNumbers(new TenantId(GrainKeys.TenantOf(this.GetPrimaryKeyString())), blockSize, cancellation);
            }
            catch (StorageException)
            {
                return FeedErrors.Unreachable;
            }

            next = block.First;
            blockSize = Math.Min(blockSize * 4, LargestBlock);
        }

        return TicketNumber.Of(block.Prefix, next++);
    }
}
