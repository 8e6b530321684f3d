namespace Helpdesk.Postgres.SignIn;

internal sealed class PasswordOptionsValidator(IHostEnvironment environment) : IValidateOptions<PasswordOptions>
{
    public ValidateOptionsResult Validate(string? name, PasswordOptions options)
    {
        var faults = new List<string>();
        if (options.Iterations < (environment.IsDevelopment() ? 1 : PasswordOptions.LeastIterations))
            faults.Add($"{PasswordOptions.Section}:Iterations must be at least {PasswordOptions.LeastIterations}.");
        if (options.AtOnce is < 1 or > 64)
            faults.Add($"{PasswordOptions.Section}:AtOnce must be between 1 and 64.");
        if (options.Queue < TimeSpan.Zero || options.Queue > TimeSpan.FromSeconds(10))
            faults.Add($"{PasswordOptions.Section}:Queue must be between 0 and 10 s.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
