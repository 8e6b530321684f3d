using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Helpdesk.Api.Http;

/// <summary>The examples of one capability: one of each type that travels. Implementations are found by themselves.</summary>
internal interface IExamples
{
    IEnumerable<object> All { get; }
}
