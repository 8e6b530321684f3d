namespace Helpdesk.Domain.Tests.SignIn;

public sealed class SecondFactorRulesTests
{
    [Theory]
    [InlineData(Role.Customer, SecondFactorPolicy.StaffRequired, false, false)]
    [InlineData(Role.Agent, SecondFactorPolicy.Optional, false, false)]
    [InlineData(Role.Agent, SecondFactorPolicy.StaffRequired, true, true)]
    [InlineData(Role.Manager, SecondFactorPolicy.StaffRequired, false, true)]
    [InlineData(Role.Admin, SecondFactorPolicy.StaffRequired, false, true)]
    [InlineData(Role.Operator, SecondFactorPolicy.Optional, false, true)]
    [InlineData(Role.Operator, SecondFactorPolicy.StaffRequired, true, false)]
    public void Staff_need_one_where_their_tenant_says_so_and_operators_always_outside_Development(
        Role role, SecondFactorPolicy policy, bool isDevelopment, bool needed) =>
        SecondFactorRules.IsNeeded(role, policy, isDevelopment).ShouldBe(needed);
}
