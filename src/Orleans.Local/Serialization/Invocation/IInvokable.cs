using System.Reflection;

namespace Orleans.Serialization.Invocation;

/// <summary>The arguments of one call.</summary>
public interface IInvokable
{
    int GetArgumentCount();

    object? GetArgument(int index);

    string GetMethodName();

    string GetInterfaceName();

    MethodInfo GetMethod();

    Type GetInterfaceType();

    CancellationToken GetCancellationToken();
}
