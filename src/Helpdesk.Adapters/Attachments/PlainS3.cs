using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.S3.Model;

namespace Helpdesk.Adapters.Attachments;

/// <summary>
/// Amazon's client, speaking as every server of S3 understands: bodies are sent as they are, since some store the frames of signed chunks
/// with them. They travel with their length and their MD5, so what arrives is what was sent.
/// </summary>
internal sealed class PlainS3(AWSCredentials credentials, AmazonS3Config config) : AmazonS3Client(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerBefore<Marshaller>(new WholeBodies());
    }

    private sealed class WholeBodies : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            Set(executionContext);
            base.InvokeSync(executionContext);
        }

        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            Set(executionContext);
            return base.InvokeAsync<T>(executionContext);
        }

        private static void Set(IExecutionContext context)
        {
            if (context.RequestContext.OriginalRequest is PutObjectRequest put)
                put.UseChunkEncoding = false;
        }
    }
}
