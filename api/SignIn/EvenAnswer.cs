namespace Helpdesk.Api.SignIn;

/// <summary>
/// Lets work that differs from case to case take the same time in all of them, so that the clock tells no stranger who has an account.
/// </summary>
internal sealed class EvenAnswer(IOptions<AccessOptions> options, TimeProvider time)
{
    public Task After(Func<Task> work) => Task.WhenAll(work(), Task.Delay(options.Value.EvenAnswer, time));
}
